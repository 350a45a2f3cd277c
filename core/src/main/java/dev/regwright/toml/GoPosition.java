package dev.regwright.toml;

/**
 * A place as go-toml v1 counts it: lines end in LF only, columns are code points.
 *
 * @param line from 1
 * @param column from 1
 */
public record GoPosition(int line, int column) {
  /** The position of an index of a text. */
  public static GoPosition of(String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
      line++;
      lineStart = at + 1;
    }
    return new GoPosition(line, text.codePointCount(lineStart, index) + 1);
  }

  /** {@code (line, column)}, as its messages have it. */
  public String text() {
    return "(" + line + ", " + column + ")";
  }
}
