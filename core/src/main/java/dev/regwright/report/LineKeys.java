package dev.regwright.report;

import dev.regwright.report.KeyNames.Kind;
import java.util.Set;

/**
 * Walks over the keys of a line that may hide something: those that hold secrets, and those we do
 * not know. The first word of a line counts as a key even if what follows is no colon, because
 * forgetting the colon is one way to break a file.
 */
final class LineKeys {
  /** Values that say nothing whatever their key is. */
  private static final Set<String> HARMLESS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "~", "v1alpha1", "\"\"", "''");

  private static final int LONGEST_PORT = 5;
  private static final int LONGEST_SIGN = 3;

  private final String line;
  private final KeyNames names;
  private final boolean comment;
  private int at;
  private boolean secret;
  private String name = "";
  private int value;

  LineKeys(String line, KeyNames names) {
    this.line = line;
    this.names = names;
    this.comment = LineParts.comment(line);
  }

  /** Goes to the next key. */
  boolean next() {
    if (at == 0 && firstWord()) {
      return true;
    }
    while (at < line.length()) {
      int colon = at++;
      if (line.charAt(colon) == ':' || line.charAt(colon) == '=') {
        name = KeyNames.wordBefore(line, colon);
        Kind kind = names.kind(name);
        secret = kind == Kind.SECRET;
        boolean unknown = kind == Kind.UNKNOWN && !comment && LineParts.endsKey(line, colon);
        if (secret || unknown) {
          value = LineParts.skipBlanks(line, at);
          return true;
        }
      }
    }
    return false;
  }

  /** Goes to the next key that holds a secret. */
  boolean nextSecret() {
    while (next()) {
      if (secret) {
        return true;
      }
    }
    return false;
  }

  private boolean firstWord() {
    int content = LineParts.content(line);
    int start = LineParts.skipQuote(line, content);
    name = KeyNames.wordAt(line, start);
    at = start + name.length();
    if (names.kind(name) != Kind.SECRET) {
      at = content;
      return false;
    }
    int colon = LineParts.skipBlanks(line, LineParts.skipQuote(line, at));
    boolean separated =
        colon < line.length() && (line.charAt(colon) == ':' || line.charAt(colon) == '=');
    at = separated ? colon + 1 : at;
    value = LineParts.skipBlanks(line, at);
    secret = true;
    return true;
  }

  /** Whether the key says that its value is a secret, rather than nothing. */
  boolean secret() {
    return secret;
  }

  /** Whether the following lines may hold fields, of which not all are secret. */
  boolean holdsFields() {
    return KeyNames.holdsFields(name) && LineParts.opensMapping(line, value);
  }

  /** Where the value begins; the line's length if it has none on this line. */
  int value() {
    return value;
  }

  /** Goes on behind an index. */
  void skipTo(int index) {
    at = Math.max(at, index);
  }

  /**
   * Whether the value can be shown although nobody knows its key: switches, ports, URLs, aliases
   * and what opens a collection, and only if nothing else follows.
   */
  boolean harmless() {
    if (value == line.length() || line.charAt(value) == '{') {
      return true;
    }
    if (line.charAt(value) == '[') {
      int first = LineParts.skipBlanks(line, value + 1);
      return first == line.length() || !LineParts.isQuote(line.charAt(first)); // a list of texts
    }
    if (opensBlock()) {
      return true;
    }
    int end = value;
    while (end < line.length() && line.charAt(end) > ' ' && ",}]".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    int next = LineParts.skipBlanks(line, end);
    boolean alone = next == line.length() || "#,}]".indexOf(line.charAt(next)) >= 0;
    String word = line.substring(value, end);
    boolean url = word.startsWith("http://") || word.startsWith("https://");
    return alone && (url || HARMLESS.contains(word) || word.startsWith("*") || isPort(word));
  }

  private static boolean isPort(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return word.length() <= LONGEST_PORT;
  }

  /** Whether the value is only the sign that a text follows on the next lines. */
  boolean opensBlock() {
    int i = value;
    while (i < line.length() && "|>+-123456789".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    boolean sign = i > value && (line.charAt(value) == '|' || line.charAt(value) == '>');
    return sign && i - value <= LONGEST_SIGN && LineParts.skipBlanks(line, i) == line.length();
  }
}
