package dev.regwright.diff;

import org.jspecify.annotations.Nullable;

/**
 * What both sides do for the images of one registry.
 *
 * @param registry its name, or {@code *} for all that neither side names
 * @param image the image that was asked for, or null when any will do
 * @param machined Talos's own pulls; null unless both sides are configurations of Talos
 * @param cri the pulls for pods
 */
public record RegistryDiff(
    String registry, @Nullable String image, @Nullable PullerDiff machined, PullerDiff cri) {
  /** Stands in URLs for a registry that has no name. */
  public static final String ANY = "<registry>";

  /** A registry that nobody names, to ask for. */
  static final String NOBODY = "unnamed.registry.invalid";

  /** A text that may name the registry that has no name, so that it does not. */
  public static String withoutName(String text) {
    return text.replace(NOBODY, ANY);
  }

  /** Whether both sides do the same. */
  public boolean same() {
    return cri.same() && (machined == null || machined.same());
  }
}
