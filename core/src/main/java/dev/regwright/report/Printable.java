package dev.regwright.report;

import java.util.Locale;

/**
 * Text that is safe to print on a terminal: what would move the cursor, change colours, reorder the
 * line or stay invisible is shown as what it is. A file under review must not be able to forge its
 * own review.
 */
public final class Printable {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int DELETE_PICTURE = 0x2421;

  private Printable() {}

  /** The text on one line, every dangerous character replaced by a visible one. */
  public static String of(String text) {
    if (harmless(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(out, c);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean harmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= DELETE) {
        return false;
      }
    }
    return true;
  }

  /** Appends one character in its visible form, and says how many columns that takes. */
  static int append(StringBuilder out, int c) {
    if (c >= ' ' && c < DELETE) {
      out.append((char) c);
      return 1;
    }
    if (c < ' ') {
      out.append((char) (CONTROL_PICTURES + c));
      return 1;
    }
    if (c == DELETE) {
      out.append((char) DELETE_PICTURE);
      return 1;
    }
    if (invisible(c)) {
      String name = Integer.toHexString(c).toUpperCase(Locale.ROOT);
      int before = out.length();
      out.append("<U+").append("0".repeat(Math.max(0, 4 - name.length()))).append(name).append('>');
      return out.length() - before;
    }
    out.appendCodePoint(c);
    return columns(c);
  }

  /** C1 controls, everything that directs bidirectional text or joins letters, stray surrogates. */
  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** How many columns of a terminal a character takes, by the rules most of them follow. */
  private static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> wide(c) ? 2 : 1;
    };
  }

  /** East Asian wide and fullwidth characters, and the emoji. */
  private static boolean wide(int c) {
    if (c < 0x1100) {
      return false;
    }
    return c <= 0x115F
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
