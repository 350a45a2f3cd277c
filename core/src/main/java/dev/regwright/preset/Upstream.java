package dev.regwright.preset;

import java.util.Locale;

/**
 * A registry that others mirror.
 *
 * @param name the part of image references before the first slash, or {@code *} for every registry
 */
record Upstream(String name) {
  static final Upstream EVERY = new Upstream("*");
  static final Upstream DOCKER_HUB = new Upstream("docker.io");

  /** Where the registry answers. Docker Hub's API is not at docker.io, which serves HTML there. */
  String url() {
    return "https://" + apiHost();
  }

  /** Host and port of {@link #url}. */
  String apiHost() {
    return isDockerHub() ? "registry-1.docker.io" : name;
  }

  boolean isDockerHub() {
    return equals(DOCKER_HUB);
  }

  boolean isEvery() {
    return equals(EVERY);
  }

  /** The name for products that take dots in names; a port's colon becomes a hyphen. */
  String dotted() {
    return joined("[^a-z0-9.]+");
  }

  /** The name for products that take letters, digits and hyphens only. */
  String dashed() {
    return joined("[^a-z0-9]+");
  }

  private String joined(String gap) {
    return name.toLowerCase(Locale.ROOT).replaceAll(gap, "-").replaceAll("^-|-$", "");
  }
}
