package dev.regwright.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of a trace. */
public enum TraceFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For documentation and reviews, with diagrams. */
  MARKDOWN;

  /** The words users say. */
  public static final List<String> WORDS = List.of("text", "json", "markdown");

  /** The form of a word, or null. */
  public static @Nullable TraceFormat named(String word) {
    return switch (word) {
      case "text" -> TEXT;
      case "json" -> JSON;
      case "markdown" -> MARKDOWN;
      default -> null;
    };
  }
}
