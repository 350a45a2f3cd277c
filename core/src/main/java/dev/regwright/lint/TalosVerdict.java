package dev.regwright.lint;

/** What Talos of the target version would answer to a file. */
public enum TalosVerdict {
  /** It does not load. */
  LOAD_ERROR("load-error"),
  /** It loads, and {@code talosctl validate} rejects it. */
  INVALID("invalid"),
  /** It is accepted. */
  VALID("valid"),
  /** The file holds no Talos document. */
  NONE("none");

  private final String label;

  TalosVerdict(String label) {
    this.label = label;
  }

  /** The word used in reports. */
  public String label() {
    return label;
  }
}
