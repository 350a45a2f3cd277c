package dev.regwright.report;

import java.util.BitSet;

/**
 * Finds credentials that stand in URLs, in {@code https://user:password@host} and its broken forms.
 * Works word by word, in linear time, and hides too much rather than too little.
 */
final class Userinfo {
  private static final String MASK = "***";
  private static final String PLACEHOLDER = "${%<";
  private static final String IN_ADDRESS = "0123456789abcdefABCDEF:[]%.";

  /** Five digits and a slip of the finger. */
  private static final int LONGEST_PORT = 6;

  private final String line;
  private final BitSet hidden;
  private final int lastAtOfLine;
  private final boolean wary;

  private Userinfo(String line, BitSet hidden, boolean wary) {
    this.line = line;
    this.hidden = hidden;
    this.wary = wary;
    this.lastAtOfLine = line.lastIndexOf('@');
  }

  /** The text with the credentials of every URL replaced. */
  static String masked(String text) {
    BitSet hidden = new BitSet();
    new Userinfo(text, hidden, false).search();
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int at = hidden.nextSetBit(0); at >= 0; at = hidden.nextSetBit(from)) {
      out.append(text, from, at).append(MASK);
      from = hidden.nextClearBit(at);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Marks the credentials in a line of a file, and what may be credentials of a broken URL. */
  static void hide(String line, BitSet hidden) {
    new Userinfo(line, hidden, true).search();
  }

  private void search() {
    if (lastAtOfLine < 0 && !(wary && line.contains("://"))) {
      return;
    }
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || endsWord(line.charAt(i))) {
        if (i > start) {
          word(start, i);
        }
        start = i + 1;
      }
    }
  }

  private void word(int start, int end) {
    int at = lastAt(start, end);
    int scheme = find("://", start, end);
    if (scheme < 0) {
      withoutScheme(start, end, at);
      return;
    }
    for (; scheme >= 0; scheme = find("://", scheme + 3, end)) {
      int from = scheme + 3;
      int slash = find("/", from, end);
      int authorityEnd = slash < 0 ? end : slash;
      int password = password(from, authorityEnd);
      if (at > from && (password > 0 || find("@", from, authorityEnd) >= 0)) {
        hidden.set(from, at);
        return;
      }
      if (at < 0 && lastAtOfLine > from && (wary || password > 0)) {
        hidden.set(from, lastAtOfLine); // a blank within the password
        return;
      }
      if (password > 0 && wary) {
        hidden.set(password, authorityEnd); // the @ is missing
      }
    }
  }

  /** {@code user:password@host}. */
  private void withoutScheme(int start, int end, int at) {
    int colon = find(":", start, end);
    if (colon >= start && colon < at - 1) {
      hidden.set(start, at);
    }
  }

  /** The last {@code @} of a word, but for the one before an image's digest; -1 for none. */
  private int lastAt(int start, int end) {
    for (int at = end - 1; at >= start; at--) {
      boolean digest = line.startsWith("sha256:", at + 1) || line.startsWith("sha512:", at + 1);
      if (line.charAt(at) == '@' && !digest) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where something stands in place of a port that is none, but may be half a password; -1 for
   * none. Typing mistakes in ports, placeholders and addresses without brackets are left to be
   * seen.
   */
  private int password(int start, int end) {
    int colon = find(":", start, end);
    int port = colon + 1;
    if (colon < 0 || port == end || PLACEHOLDER.indexOf(line.charAt(port)) >= 0) {
      return -1;
    }
    boolean digit = line.charAt(port) >= '0' && line.charAt(port) <= '9';
    if (digit && end - port <= LONGEST_PORT) {
      return -1;
    }
    for (int i = start; i < end; i++) {
      if (IN_ADDRESS.indexOf(line.charAt(i)) < 0) {
        return port;
      }
    }
    return -1;
  }

  /** As {@link String#indexOf}, but never looking beyond the word. */
  private int find(String what, int start, int end) {
    for (int i = start; i <= end - what.length(); i++) {
      if (line.startsWith(what, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean endsWord(char c) {
    return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`';
  }
}
