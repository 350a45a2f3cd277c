package dev.regwright.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the images of one registry are pulled from.
 *
 * @param name the registry, or {@code *} for all that have no mirror of their own
 * @param endpoints in the order tried
 * @param skipFallback whether the registry itself is left out; null when not said, which means no
 */
public record Mirror(String name, List<Endpoint> endpoints, @Nullable Boolean skipFallback) {
  /** Copies the list. */
  public Mirror {
    endpoints = List.copyOf(endpoints);
  }

  /** Whether the registry itself is left out. */
  public boolean skipsFallback() {
    return Boolean.TRUE.equals(skipFallback);
  }

  /**
   * Whether one flag can stand for all endpoints, as {@code machine.registries} asks for: each uses
   * its path as it is, or none does.
   */
  public boolean hasUniformOverridePath() {
    for (Endpoint endpoint : endpoints) {
      if (endpoint.overridesPath() != endpoints.get(0).overridesPath()) {
        return false;
      }
    }
    return true;
  }
}
