package dev.regwright.model;

/** Where a machine runs, as {@code talosctl validate --mode} names it. */
public enum TalosMode {
  METAL,
  CLOUD,
  CONTAINER;

  /** The lower-case word talosctl takes. */
  public String label() {
    return switch (this) {
      case METAL -> "metal";
      case CLOUD -> "cloud";
      case CONTAINER -> "container";
    };
  }
}
