package dev.regwright.yaml;

import dev.regwright.source.OffsetMap;
import dev.regwright.yaml.YamlScalar.Style;

/**
 * Finds the characters of a plain or quoted scalar by walking the file and the value at once; what
 * is not an escape or a fold is compared.
 */
final class FlowAligner {
  private final String file;
  private final String value;
  private final YamlScalar scalar;
  private final boolean escapes;
  private final OffsetMap.Builder marks = new OffsetMap.Builder();
  private int at; // index in the file
  private int index; // index in the value
  private boolean wrapped;

  FlowAligner(String file, YamlScalar scalar) {
    this.file = file;
    this.scalar = scalar;
    this.value = scalar.text();
    this.escapes = scalar.style() == Style.DOUBLE_QUOTED;
  }

  ScalarText align() {
    boolean quoted = scalar.style() != Style.PLAIN;
    int end = Math.min(scalar.end() - (quoted ? 1 : 0), file.length());
    at = scalar.start() + (quoted ? 1 : 0);
    marks.mark(0, at);
    boolean exact = true;
    while (exact && at < end) {
      exact = step();
    }
    exact = exact && index == value.length();
    OffsetMap map = marks.build(Math.max(at, end));
    boolean editable = quoted && !wrapped;
    return new ScalarText(
        value, map, exact, editable ? new QuotedEdits(escapes) : (text, edit) -> null);
  }

  private boolean step() {
    char c = file.charAt(at);
    int behindBlanks = Lines.skipBlanks(file, at);
    if (behindBlanks < file.length() && Lines.isBreak(file.charAt(behindBlanks))) {
      at = behindBlanks;
      return fold(false);
    }
    if (escapes && c == '\\') {
      return escape();
    }
    if (index >= value.length() || !Lines.same(file, at, value, index, 1)) {
      return false;
    }
    marks.mark(index++, at);
    at += scalar.style() == Style.SINGLE_QUOTED && c == '\'' ? 2 : 1; // a quote is written twice
    marks.mark(index, at);
    return true;
  }

  /**
   * A line break with what blanks and empty lines follow it: a space, or a feed for each of them.
   */
  private boolean fold(boolean escaped) {
    wrapped = true;
    int first = at;
    int feeds = 0;
    at = Lines.skipBlanks(file, Lines.next(file, at));
    while (at < file.length() && Lines.isBreak(file.charAt(at))) {
      marks.mark(index + feeds++, at);
      at = Lines.skipBlanks(file, Lines.next(file, at));
    }
    if (feeds == 0 && !escaped) {
      marks.mark(index, first);
    }
    String read = feeds == 0 ? (escaped ? "" : " ") : "\n".repeat(feeds);
    boolean found = value.startsWith(read, index);
    index += read.length();
    marks.mark(index, at);
    return found;
  }

  private boolean escape() {
    if (at + 1 >= file.length()) {
      return false;
    }
    char kind = file.charAt(at + 1);
    if (Lines.isBreak(kind)) {
      at++;
      return fold(true);
    }
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (index >= value.length()) {
      return false;
    }
    marks.mark(index, at);
    index += kind == 'U' ? Character.charCount(value.codePointAt(index)) : 1;
    at += 2 + digits;
    marks.mark(index, at);
    return true;
  }
}
