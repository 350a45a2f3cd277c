package dev.regwright.toml;

/**
 * Finds where a value ends by its quotes and brackets alone, so that what is wrong inside one value
 * does not swallow the lines behind it.
 */
final class ValueExtent {
  private final String text;
  private final Lines lines;
  private int faultAt;
  private String fault = "";

  ValueExtent(String text, Lines lines) {
    this.text = text;
    this.lines = lines;
  }

  /**
   * The index just behind a value, or -1 when a quote or bracket is never closed; then {@link
   * #fault} says which.
   */
  int end(int start) {
    char c = text.charAt(start);
    if (c == '"' || c == '\'') {
      return stringEnd(start);
    }
    if (c == '[' || c == '{') {
      return bracketEnd(start);
    }
    int comment = text.indexOf('#', start);
    int lineEnd = lines.end(start);
    return lines.trimEnd(start, comment < 0 ? lineEnd : Math.min(comment, lineEnd));
  }

  /** As {@link #end} for a value inside an array or inline table. */
  int itemEnd(int start) {
    char c = text.charAt(start);
    if (c == '"' || c == '\'' || c == '[' || c == '{') {
      return end(start);
    }
    int at = start;
    while (!lines.atEnd(at) && ",]}#".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return lines.trimEnd(start, at);
  }

  /** What is not closed. */
  TomlProblem fault() {
    return TomlProblem.syntax(faultAt, lines.end(faultAt), fault);
  }

  private int unclosed(int at, String what) {
    faultAt = at;
    fault = what;
    return -1;
  }

  private int stringEnd(int start) {
    char quote = text.charAt(start);
    String three = String.valueOf(quote).repeat(3);
    return text.startsWith(three, start)
        ? longStringEnd(start, three)
        : shortStringEnd(start, quote);
  }

  private int shortStringEnd(int start, char quote) {
    for (int at = start + 1; !lines.atEnd(at); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        return at + 1;
      }
      if (c == '\\' && quote == '"' && !lines.atEnd(at + 1)) {
        at++;
      }
    }
    return unclosed(start, "the string is not closed on its line");
  }

  /** Up to two more quotes may belong to the string. */
  private int longStringEnd(int start, String quotes) {
    for (int at = start + 3; at < text.length(); at++) {
      if (text.startsWith(quotes, at)) {
        int end = at + 3;
        while (end < Math.min(at + 5, text.length()) && text.charAt(end) == quotes.charAt(0)) {
          end++;
        }
        return end;
      }
      if (text.charAt(at) == '\\' && quotes.charAt(0) == '"') {
        at++;
      }
    }
    return unclosed(start, "the string of several lines is never closed");
  }

  private int bracketEnd(int start) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = stringEnd(at);
        if (at < 0) {
          return -1;
        }
        continue;
      }
      if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return at + 1;
      } else if (c == '#') {
        at = lines.end(at);
        continue;
      }
      at++;
    }
    String what = text.charAt(start) == '[' ? "the array" : "the inline table";
    return unclosed(start, what + " is never closed");
  }

  /** The next index that is neither blank nor comment, line break or comma. */
  int nextItem(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lines.end(at);
      } else if (Lines.isBlank(c) || c == ',' || c == '\n' || c == '\r') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }
}
