package dev.regwright.run;

import dev.regwright.source.Severity;
import java.util.List;

/** From which severity on findings make the run fail. */
public enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** The words, in order. */
  public static final List<String> WORDS = List.of("error", "warning", "info", "never");

  /** What a word means. */
  public static FailOn of(String word) throws UsageException {
    return switch (word) {
      case "error" -> ERROR;
      case "warning" -> WARNING;
      case "info" -> INFO;
      case "never" -> NEVER;
      default -> throw UsageException.noneOf("--fail-on", word, WORDS);
    };
  }

  boolean fails(Severity severity) {
    return switch (this) {
      case ERROR -> severity == Severity.ERROR;
      case WARNING -> severity != Severity.INFO;
      case INFO -> true;
      case NEVER -> false;
    };
  }
}
