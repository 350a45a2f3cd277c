package dev.regwright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one image is pulled from.
 *
 * @param image the image's completed name, or what was given when that is no name
 * @param registry the registry, or null when the name is none
 * @param machined what Talos does for its own images; null when the configuration is not Talos's
 * @param cri what containerd does for pods
 * @param differences what the two do not do alike, in sentences
 */
public record Trace(
    String image,
    @Nullable String registry,
    @Nullable PullerTrace machined,
    PullerTrace cri,
    List<String> differences) {
  /** Copies the list. */
  public Trace {
    differences = List.copyOf(differences);
  }

  @Override
  public String toString() {
    return image;
  }
}
