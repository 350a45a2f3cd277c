package dev.regwright.convert;

import dev.regwright.yaml.ByteText;

/**
 * One file to be written.
 *
 * @param path relative, with slashes, without {@code .} and {@code ..}; empty when there is just
 *     one and its place is the user's to say
 * @param text its text, kept as {@link ByteText} keeps bytes that are none; may be secret
 */
public record OutputFile(String path, String text) {
  /** The one file there is. */
  public static OutputFile of(String text) {
    return new OutputFile("", text);
  }

  /** What to write. */
  public byte[] bytes() {
    return ByteText.bytes(text);
  }

  /** Shows no content: it may hold secrets. */
  @Override
  public String toString() {
    return path + " (" + text.length() + " characters)";
  }
}
