package dev.regwright.toml;

import org.jspecify.annotations.Nullable;

/**
 * Something the Go library refuses.
 *
 * @param start index of the first character it is about
 * @param end index just behind the last
 * @param message what is wrong, without a full stop; it repeats nothing of the text
 * @param detail what the parser says about the place, or null; it repeats nothing of the text
 * @param upstream what the Go library itself says, where we know it; it may repeat keys
 * @param firstStart index of the earlier statement this one clashes with, or -1
 */
public record TomlProblem(
    Kind kind,
    int start,
    int end,
    String message,
    @Nullable String detail,
    @Nullable String upstream,
    int firstStart) {

  /** What kind of problem it is. */
  public enum Kind {
    /** The bytes are not the text the library expects. */
    ENCODING,
    /** The text is not TOML. */
    SYNTAX,
    /** A key or table is defined a second time. */
    DUPLICATE
  }

  static TomlProblem syntax(int start, int end, String message) {
    return new TomlProblem(Kind.SYNTAX, start, end, message, null, null, -1);
  }

  static TomlProblem encoding(int start, int end, String message) {
    return new TomlProblem(Kind.ENCODING, start, end, message, null, null, -1);
  }

  TomlProblem withDetail(@Nullable String text) {
    return new TomlProblem(kind, start, end, message, text, upstream, firstStart);
  }

  TomlProblem withUpstream(@Nullable String text) {
    return new TomlProblem(kind, start, end, message, detail, text, firstStart);
  }

  /** Shows no text of the file. */
  @Override
  public String toString() {
    return kind + " at " + start + ": " + message;
  }
}
