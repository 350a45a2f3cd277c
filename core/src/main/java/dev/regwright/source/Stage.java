package dev.regwright.source;

/** When a problem would bite without us, from earliest to latest. */
public enum Stage {
  /** Talos or containerd refuses or drops the file. */
  LOAD,
  /** {@code talosctl validate} rejects it. */
  VALIDATE,
  /** Accepted, but pulls fail, go elsewhere or differ between the two pullers. */
  PULL,
  /** Works, but is risky, redundant, deprecated or surprising. */
  ADVICE;

  /** The lower-case word used in every report. */
  public String label() {
    return switch (this) {
      case LOAD -> "load";
      case VALIDATE -> "validate";
      case PULL -> "pull";
      case ADVICE -> "advice";
    };
  }
}
