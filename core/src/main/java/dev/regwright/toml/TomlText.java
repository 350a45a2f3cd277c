package dev.regwright.toml;

/** Strings and keys as TOML text. */
public final class TomlText {
  private static final String HEX = "0123456789ABCDEF";

  private TomlText() {}

  /** A string as go-toml v2 writes it: in single quotes unless something in it forbids that. */
  public static String string(String text) {
    return fitsLiteral(text) ? "'" + text + "'" : basic(text);
  }

  /** A key as go-toml v2 writes it: without quotes if that is possible. */
  public static String key(String text) {
    return isBare(text) ? text : string(text);
  }

  /** A string in double quotes. */
  public static String basic(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i), out);
    }
    return out.append('"').toString();
  }

  private static void escape(char c, StringBuilder out) {
    int named = "\b\f\n\r\t\"\\".indexOf(c);
    if (named >= 0) {
      out.append('\\').append("bfnrt\"\\".charAt(named));
    } else if (c < ' ' || c == 0x7f) {
      out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    } else {
      out.append(c);
    }
  }

  private static boolean fitsLiteral(String text) {
    return text.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7f && c != '\'');
  }

  /** Whether a key needs no quotes. */
  public static boolean isBare(String text) {
    return !text.isEmpty() && text.chars().allMatch(KeyReader::isBare);
  }
}
