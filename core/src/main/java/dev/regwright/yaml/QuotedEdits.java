package dev.regwright.yaml;

import dev.regwright.source.TextEdit;
import org.jspecify.annotations.Nullable;

/** Writes edits of a quoted scalar's value into the scalar, when it stands on one line. */
final class QuotedEdits implements ScalarText.ScalarEdits {
  private final boolean escapes;

  /**
   * The edits of one scalar.
   *
   * @param escapes whether it has double quotes
   */
  QuotedEdits(boolean escapes) {
    this.escapes = escapes;
  }

  @Override
  public @Nullable TextEdit translate(ScalarText text, TextEdit edit) {
    String written = escapes ? doubleQuoted(edit.replacement()) : singleQuoted(edit.replacement());
    return written == null
        ? null
        : new TextEdit(text.outer(edit.start()), text.outer(edit.end()), written);
  }

  private static @Nullable String singleQuoted(String text) {
    boolean printable = text.chars().allMatch(c -> isPrintable((char) c));
    return printable ? text.replace("'", "''") : null;
  }

  private static String doubleQuoted(String text) {
    var out = new StringBuilder(text.length() + 8);
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> append((char) c, out);
              }
            });
    return out.toString();
  }

  private static void append(char c, StringBuilder out) {
    if (isPrintable(c)) {
      out.append(c);
    } else {
      out.append("\\u%04x".formatted((int) c));
    }
  }

  private static boolean isPrintable(char c) {
    return (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c != '\u2028' && c != '\u2029' && c != '\uFEFF' && c < '\uFFFE');
  }
}
