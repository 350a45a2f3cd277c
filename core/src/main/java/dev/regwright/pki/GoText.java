package dev.regwright.pki;

import java.nio.charset.StandardCharsets;

/**
 * Small text rules of Go: what {@code %q} prints, what {@code TrimSpace} trims, what counts as
 * UTF-8.
 */
final class GoText {
  private GoText() {}

  /** Cuts Unicode white space (Go {@code unicode.IsSpace}) from both ends. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || c == '\u00a0' || Character.isSpaceChar(c);
  }

  /** Whether the bytes are UTF-8 without surrogates, overlong forms or stray bytes. */
  static boolean isUtf8(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int length = runeLength(bytes, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** The length of the well-formed UTF-8 sequence at the offset, 0 when there is none. */
  private static int runeLength(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    int value = first & (0x7f >> length);
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return 0;
      }
      value = (value << 6) | (bytes[i] & 0x3f);
    }
    boolean overlong = value < (length == 3 ? 0x800 : length == 4 ? 0x10000 : 0x80);
    boolean surrogate = value >= 0xd800 && value <= 0xdfff;
    return overlong || surrogate || value > Character.MAX_CODE_POINT ? 0 : length;
  }

  /** Whether all bytes are ASCII. */
  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Bytes that are known to be ASCII, as text. */
  static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** The text as Go's {@code %q} verb prints it ({@code strconv/quote.go}). */
  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> escape(out, c));
    return out.append('"').toString();
  }

  /** As {@link #quote(String)}; bytes that are not UTF-8 become {@code \xNN}. */
  static String quote(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 2).append('"');
    int at = 0;
    while (at < bytes.length) {
      int length = runeLength(bytes, at);
      if (length == 0) {
        out.append(String.format("\\x%02x", bytes[at] & 0xff));
        at++;
      } else {
        escape(out, new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0));
        at += length;
      }
    }
    return out.append('"').toString();
  }

  private static void escape(StringBuilder out, int c) {
    int named = "\u0007\b\f\n\r\t\u000b".indexOf(c);
    if (c == '"' || c == '\\') {
      out.append('\\').append((char) c);
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (named >= 0) {
      out.append('\\').append("abfnrtv".charAt(named));
    } else if (c < ' ' || c == 0x7f) {
      out.append(String.format("\\x%02x", c));
    } else if (c >= 0xd800 && c <= 0xdfff) {
      out.append('\ufffd');
    } else {
      out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    }
  }

  /**
   * Letters, marks, numbers, punctuation, symbols and the ASCII space, as Go's {@code
   * strconv.IsPrint}.
   */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
