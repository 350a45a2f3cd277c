package dev.regwright.toml;

/** Where lines, blanks and comments end. */
final class Lines {
  private final String text;
  private final boolean loneReturns;

  Lines(String text, TomlDialect dialect) {
    this.text = text;
    this.loneReturns = dialect.first();
  }

  /** The index of the line break at or behind an index, or the end of the text. */
  int end(int from) {
    int at = from;
    while (at < text.length() && !isBreak(at)) {
      at++;
    }
    return at;
  }

  /** Whether a line break stands there: LF, CR LF, and for go-toml v1 also a lone CR. */
  boolean isBreak(int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && (loneReturns || followedByFeed(at)));
  }

  private boolean followedByFeed(int at) {
    return at + 1 < text.length() && text.charAt(at + 1) == '\n';
  }

  /** Whether the text or its line ends there. */
  boolean atEnd(int at) {
    return at >= text.length() || isBreak(at);
  }

  /** The first index at or behind another that is neither a space nor a tab. */
  int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of a range without the spaces and tabs it ends in. */
  int trimEnd(int from, int to) {
    int end = to;
    while (end > from && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
