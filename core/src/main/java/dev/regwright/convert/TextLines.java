package dev.regwright.convert;

/** Lines of a text that is being changed. */
final class TextLines {
  private TextLines() {}

  /** Where the line begins that holds a place; a byte order mark is before the first line. */
  static int start(String text, int at) {
    int i = at;
    while (i > 0 && !isBreak(text.charAt(i - 1))) {
      i--;
    }
    return i == 0 && at > 0 && text.charAt(0) == '\uFEFF' ? 1 : i;
  }

  /** Where the line ends that holds a place, without its line break. */
  static int end(String text, int at) {
    int i = at;
    while (i < text.length() && !isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the next line begins, or the end of the text. */
  static int next(String text, int at) {
    int end = end(text, at);
    if (end == text.length()) {
      return end;
    }
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  /** How far the line is indented that begins at a place. */
  static int indent(String text, int lineStart) {
    int i = lineStart;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - lineStart;
  }

  /** The line break the text uses first, a line feed when it has none. */
  static String lineBreak(String text) {
    int end = end(text, 0);
    return end == text.length()
        ? "\n"
        : text.startsWith("\r\n", end) ? "\r\n" : text.substring(end, end + 1);
  }

  /** A text of ours, which has line feeds, with the line breaks of another. */
  static String broken(String text, String lineBreak) {
    return lineBreak.equals("\n") ? text : text.replace("\n", lineBreak);
  }

  /** Whether nothing but blanks stands between two places. */
  static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && !isBreak(c)) {
        return false;
      }
    }
    return true;
  }

  /** A text without the line breaks at its end. */
  static String unbroken(String text) {
    int end = text.length();
    while (end > 0 && isBreak(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
