package dev.regwright.yaml;

/**
 * Text being written, with what go-yaml's emitter remembers of it: the column, whether the last
 * thing was white space, and whether the line holds nothing but indentation so far.
 */
final class Output {
  static final int INDENT = 4;
  static final int DASH = 2;

  private final StringBuilder out = new StringBuilder(256);
  private int column;
  private boolean white = true;
  private boolean indentation = true;

  /** One character that is no line break. */
  void put(int c) {
    out.appendCodePoint(c);
    column++;
  }

  /** One character of a scalar. */
  void character(int c) {
    put(c);
    indentation = false;
  }

  void lineBreak(int c) {
    out.appendCodePoint(c);
    column = 0;
    indentation = true;
  }

  /** Goes to a column, on a new line unless this one holds only indentation up to there. */
  void indent(int to) {
    if (!indentation || column > to || (column == to && !white)) {
      lineBreak('\n');
    }
    while (column < to) {
      put(' ');
    }
    white = true;
  }

  /**
   * A mark.
   *
   * @param apart whether white space must stand before it
   * @param indents whether it counts as indentation: a dash, a question mark
   */
  void indicator(String mark, boolean apart, boolean indents) {
    if (apart && !white) {
      put(' ');
    }
    out.append(mark);
    column += mark.length();
    white = false;
    indentation &= indents;
  }

  /** To be called behind a scalar. */
  void scalarDone() {
    white = false;
    indentation = false;
  }

  /** To be called at the start of a block's lines. */
  void blockBegins() {
    white = true;
  }

  /** A comment on lines of its own. */
  void comment(String comment, int indent) {
    for (String line : comment.split("\n", -1)) {
      indent(indent);
      out.append("# ").append(line);
      lineBreak('\n');
    }
  }

  void lineComment(String comment) {
    out.append(" # ").append(comment);
    lineBreak('\n');
    white = true;
  }

  /** A comment on lines of its own, an empty line before it. */
  void footComment(String comment, int indent) {
    indent(indent);
    lineBreak('\n');
    comment(comment, indent);
  }

  /** Ends the last line. */
  void end() {
    indent(0);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
