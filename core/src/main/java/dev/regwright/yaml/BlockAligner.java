package dev.regwright.yaml;

import dev.regwright.source.OffsetMap;

/**
 * Finds the characters of a block scalar by walking its lines in the file and in its value at once.
 * Every character is compared, so that a mistake shows as "not exact" and never as a wrong place.
 */
final class BlockAligner {
  private final String file;
  private final String value;
  private final YamlScalar scalar;
  private final OffsetMap.Builder marks = new OffsetMap.Builder();
  private int line; // index in the file where the current line begins
  private int indent = -1; // known from the first line that is not empty

  BlockAligner(String file, YamlScalar scalar) {
    this.file = file;
    this.scalar = scalar;
    this.value = scalar.text();
  }

  ScalarText align() {
    int header = scalar.start();
    int headerEnd = Lines.end(file, header);
    line = Lines.next(file, headerEnd);
    boolean literal = scalar.style() == YamlScalar.Style.LITERAL;
    boolean exact = literal ? literal() : folded();
    OffsetMap map = marks.build(exact ? file.length() : scalar.end());
    if (!exact || !literal || indent < 0) {
      return new ScalarText(value, map, exact, (text, edit) -> null);
    }
    String lineBreak = file.substring(headerEnd, Lines.next(file, headerEnd));
    boolean fixed = file.substring(header, headerEnd).matches("(?s)\\|[+-]?[1-9].*");
    return new ScalarText(value, map, true, new LiteralEdits(file, indent, lineBreak, fixed));
  }

  private boolean literal() {
    int from = 0;
    while (from < value.length()) {
      int newline = value.indexOf('\n', from);
      int to = newline < 0 ? value.length() : newline;
      if (!textLine(from, to)) {
        return lost(from);
      }
      from = newline < 0 ? to : to + 1;
      if (newline < 0) {
        return true;
      }
    }
    marks.mark(from, line); // behind the last line break
    return true;
  }

  /** One line of the value, as it stands in the current line of the file. */
  private boolean textLine(int from, int to) {
    int end = Lines.end(file, line);
    int start = end - (to - from);
    boolean found;
    if (from == to) {
      found = Lines.skipSpaces(file, line) == end;
    } else {
      indent = indent < 0 ? start - line : indent;
      found =
          start >= line
              && start - line == indent
              && Lines.skipSpaces(file, line) >= start
              && Lines.same(file, start, value, from, to - from);
    }
    marks.mark(from, start);
    line = Lines.next(file, end);
    return found;
  }

  private boolean folded() {
    int from = breaks(0, line);
    while (from < value.length()) {
      int end = Lines.end(file, line);
      int spaces = Lines.skipSpaces(file, line) - line;
      indent = indent < 0 ? spaces - (Lines.skipSpaces(value, from) - from) : indent;
      int start = line + indent;
      if (indent < 0 || spaces < indent || !Lines.same(file, start, value, from, end - start)) {
        return lost(from);
      }
      marks.mark(from, start);
      from += end - start;
      line = Lines.next(file, end);
      boolean fold = from < value.length() && value.charAt(from) == ' ';
      int behind = fold ? from + 1 : breaks(from, end);
      if (behind == from && from < value.length()) {
        return lost(from);
      }
      from = behind;
    }
    return true;
  }

  /**
   * Line feeds of the value, the first of which stands at {@code at} in the file and the others in
   * the empty lines behind it; leaves {@link #line} at the next line with text.
   */
  private int breaks(int from, int at) {
    int index = from;
    int place = at;
    while (index < value.length() && value.charAt(index) == '\n') {
      marks.mark(index++, place);
      int end = Lines.end(file, line);
      if (Lines.skipSpaces(file, line) == end && end < file.length()) {
        place = end;
        line = Lines.next(file, end);
      }
    }
    marks.mark(index, line);
    return index;
  }

  private boolean lost(int from) {
    marks.mark(from, line);
    return false;
  }
}
