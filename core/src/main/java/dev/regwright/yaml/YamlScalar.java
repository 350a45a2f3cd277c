package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A scalar.
 *
 * @param text the value after escapes and folding
 * @param style how it is written
 */
public record YamlScalar(
    int start, int end, String text, Style style, @Nullable NodeProperties properties)
    implements YamlNode {

  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** What go-yaml makes of the scalar where nothing asks for a type. */
  public ScalarKind kind() {
    return ScalarKind.of(this);
  }

  /** Whether go-yaml reads it as null: empty, {@code ~} or {@code null}, plain and untagged. */
  public boolean isNull() {
    return kind() == ScalarKind.NULL;
  }

  @Override
  public String shortTag() {
    ScalarKind kind = kind();
    String tag = tag();
    return kind == ScalarKind.OTHER && tag != null ? Tags.shorten(tag) : kind.tag();
  }

  /** Shows the style only: a scalar may hold a secret. */
  @Override
  public String toString() {
    return style + " scalar at " + start;
  }
}
