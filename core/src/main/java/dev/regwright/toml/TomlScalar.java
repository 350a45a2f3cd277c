package dev.regwright.toml;

/**
 * A string, a number, a boolean, a date or a time.
 *
 * @param kind which of them
 * @param value a String, Long, Double, Boolean or a value of {@code java.time}
 */
public record TomlScalar(Kind kind, Object value, int start, int end) implements TomlValue {
  /** What a scalar can be. */
  public enum Kind {
    /** A string of any form. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** A number with a point or an exponent, infinity, or no number. */
    FLOAT,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A date, a time, or both. */
    TIME
  }

  /** The text of a string; empty for every other kind. */
  public String text() {
    return value instanceof String s ? s : "";
  }

  /** Shows no value: it may be a secret. */
  @Override
  public String toString() {
    return kind + " at " + start;
  }
}
