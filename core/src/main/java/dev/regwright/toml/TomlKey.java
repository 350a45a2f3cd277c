package dev.regwright.toml;

/**
 * One part of a key.
 *
 * @param text the key itself, without quotes and escapes
 * @param start index of its first character, a quote included
 * @param end index just behind its last character
 */
public record TomlKey(String text, int start, int end) {
  /** Shows no text: a key may hold a URL with a password. */
  @Override
  public String toString() {
    return "key at " + start;
  }
}
