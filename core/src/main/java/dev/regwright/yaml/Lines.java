package dev.regwright.yaml;

/** Line breaks as go-yaml and our parser see them. */
final class Lines {
  private Lines() {}

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** Index of the first line break at or behind {@code from}, or the end of the text. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Index behind the line break that begins at {@code at}; {@code at} itself if none does. */
  static int next(String text, int at) {
    if (at >= text.length() || !isBreak(text.charAt(at))) {
      return at;
    }
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }

  /** Index of the first character that is no space, at or behind {@code from}. */
  static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Index of the first character that is neither space nor tab, at or behind {@code from}. */
  static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Whether both texts have the same characters; those YAML forbids read as U+FFFD. */
  static boolean same(String file, int at, String value, int from, int length) {
    if (at < 0 || at + length > file.length() || from + length > value.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char read = value.charAt(from + i);
      if (read != file.charAt(at + i) && read != '\uFFFD') {
        return false;
      }
    }
    return true;
  }
}
