package dev.regwright.source;

/** How much a finding matters; the order is from least to most severe. */
public enum Severity {
  /** Worth knowing; nothing breaks. */
  INFO,
  /** Probably not what was meant. */
  WARNING,
  /** Pulls fail or go elsewhere, or the file is refused. */
  ERROR;

  /** The lower-case word used on the command line and in every report. */
  public String label() {
    return switch (this) {
      case INFO -> "info";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }
}
