package dev.regwright.report;

/**
 * The parts of a line that may be YAML: its key, its quotes, its indentation. All of it in linear
 * time, and nothing about any other line.
 */
final class LineParts {
  static final String PEM_END = "-----END ";
  private static final String PEM_BEGIN = "-----BEGIN ";
  private static final String PEM_PRIVATE = "PRIVATE KEY";

  /** How many quotes begin and end a text of several lines in TOML. */
  private static final int TRIPLE = 3;

  private static final char TRIPLE_DOUBLE = '\u0001';
  private static final char TRIPLE_SINGLE = '\u0002';

  private LineParts() {}

  static int skipBlanks(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** The index behind a quote, if one stands at an index. */
  static int skipQuote(String line, int index) {
    return index < line.length() && isQuote(line.charAt(index)) ? index + 1 : index;
  }

  /** Whether the line ends one document and may begin another. */
  static boolean separator(String line) {
    boolean mark = line.startsWith("---") || line.startsWith("...");
    return mark && (line.length() == 3 || line.charAt(3) <= ' ');
  }

  /**
   * Where a line begins to say something: behind indentation, list dashes and explicit-key marks.
   */
  static int content(String line) {
    int i = skipBlanks(line, 0);
    while (i + 1 < line.length()
        && (line.charAt(i) == '-' || line.charAt(i) == '?')
        && line.charAt(i + 1) <= ' ') {
      i = skipBlanks(line, i + 1);
    }
    return i;
  }

  /**
   * The index behind the colon, if a quoted key or one without blanks begins at an index; else -1.
   */
  static int keyEnd(String line, int from) {
    char first = line.charAt(from);
    boolean quoted = isQuote(first);
    int i = quoted ? behindQuote(line, from + 1, first) : from;
    while (i >= 0 && i < line.length()) {
      char c = line.charAt(i);
      boolean last = i + 1 == line.length();
      if (c == ':' && i > from && (quoted || last || line.charAt(i + 1) <= ' ')) {
        return i + 1;
      }
      if (c <= ' ') {
        i = skipBlanks(line, i);
        if (i == line.length() || line.charAt(i) != ':') {
          return -1;
        }
      } else {
        i++;
      }
    }
    return -1;
  }

  static boolean comment(String line) {
    int start = skipBlanks(line, 0);
    return start < line.length() && line.charAt(start) == '#';
  }

  /** Whether a line is the header or footer of a PEM block. */
  static boolean pemBorder(String line) {
    String text = line.strip();
    return text.endsWith("-----") && (text.startsWith(PEM_BEGIN) || text.startsWith(PEM_END));
  }

  /** Whether a line holds brackets and commas only. */
  static boolean punctuation(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) > ' ' && "{}[],".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a colon or equals sign ends a key, rather than being part of a value such as a URL. */
  static boolean endsKey(String line, int colon) {
    boolean last = colon + 1 == line.length();
    return last
        || line.charAt(colon + 1) <= ' '
        || isQuote(line.charAt(colon + 1))
        || (colon > 0 && isQuote(line.charAt(colon - 1)));
  }

  /** Whether a mapping may begin at an index, to be continued on the next lines. */
  static boolean opensMapping(String line, int value) {
    return value == line.length()
        || (line.charAt(value) == '{' && skipBlanks(line, value + 1) == line.length());
  }

  static boolean opensPrivateKey(String line) {
    int begin = line.indexOf(PEM_BEGIN);
    return begin >= 0 && line.indexOf(PEM_PRIVATE, begin) >= 0 && line.indexOf(PEM_END, begin) < 0;
  }

  /** Where the body of a private key begins whose line breaks were lost; -1 for none. */
  static int privateKeyBody(String line) {
    int begin = line.indexOf(PEM_BEGIN);
    int end = begin < 0 ? -1 : line.indexOf(PEM_PRIVATE, begin);
    return end < 0 ? -1 : end + PEM_PRIVATE.length();
  }

  /** The index behind the quote that closes a text; -1 if the line does not close it. */
  static int behindQuote(String line, int from, char quote) {
    if (quote == TRIPLE_DOUBLE || quote == TRIPLE_SINGLE) {
      int end = line.indexOf(quote == TRIPLE_DOUBLE ? "\"\"\"" : "'''", from);
      return end < 0 ? -1 : end + TRIPLE;
    }
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (c == quote) {
        boolean doubled = quote == '\'' && i + 1 < line.length() && line.charAt(i + 1) == quote;
        if (!doubled) {
          return i + 1;
        }
        i++;
      }
    }
    return -1;
  }

  /** A quote, or the sign for three of them. */
  private static char opened(String line, int at, char quote) {
    if (line.startsWith("\"\"\"", at)) {
      return TRIPLE_DOUBLE;
    }
    return line.startsWith("'''", at) ? TRIPLE_SINGLE : quote;
  }

  /** The quote that values from an index on leave open at the end of the line, or 0. */
  static char openQuote(String line, int from) {
    boolean valueMayBegin = true;
    int i = from;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (valueMayBegin && isQuote(c)) {
        char quote = opened(line, i, c);
        i = behindQuote(line, quote == c ? i + 1 : i + TRIPLE, quote);
        if (i < 0) {
          return quote;
        }
        valueMayBegin = false;
      } else if (valueMayBegin && (c == '!' || c == '&')) {
        while (i < line.length() && line.charAt(i) > ' ') {
          i++;
        }
      } else {
        boolean separates = c == ',' || c == '{' || c == '[' || c == ':';
        valueMayBegin = separates || (valueMayBegin && c <= ' ');
        i++;
      }
    }
    return 0;
  }
}
