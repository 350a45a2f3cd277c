package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * One document of a stream.
 *
 * @param root its content; null when the document is broken, and then a {@link YamlProblem} says
 *     why
 * @param start index of its first character, the {@code ---} included
 * @param end index where the next document or the end of the text begins
 */
public record YamlDocument(@Nullable YamlNode root, int start, int end) {
  /** The document at its place with another content. */
  public YamlDocument withRoot(YamlNode other) {
    return other == root ? this : new YamlDocument(other, start, end);
  }

  /** Whether the document could not be read. */
  public boolean broken() {
    return root == null;
  }
}
