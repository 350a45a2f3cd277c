package dev.regwright.run;

import java.util.List;

/** When to colour. */
public enum Color {
  AUTO,
  ALWAYS,
  NEVER;

  /** The words, in order. */
  public static final List<String> WORDS = List.of("auto", "always", "never");

  /** What a word means. */
  public static Color of(String word) throws UsageException {
    return switch (word) {
      case "auto" -> AUTO;
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default -> throw UsageException.noneOf("--color", word, WORDS);
    };
  }

  /**
   * By itself only on a terminal that can, and never against the user's NO_COLOR
   * (https://no-color.org).
   */
  public boolean wanted(Io io) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          io.outIsTerminal()
              && io.env().getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(io.env().get("TERM"));
    };
  }
}
