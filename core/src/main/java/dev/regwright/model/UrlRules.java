package dev.regwright.model;

import dev.regwright.model.EndpointUrl.Part;
import java.util.BitSet;

/**
 * The version of Go whose {@code net/url} reads a URL.
 *
 * <p>Three things changed between the versions that matter here: whether the text between square
 * brackets must be an IPv6 address, how many colons a host may hold, and which characters count as
 * printable in an error text. Everything else is the same in all of them.
 */
public enum UrlRules {
  /**
   * Go up to 1.24.7 and 1.25.1: anything may stand between the brackets of a host that begins with
   * {@code [}, and only the text after the last colon has to be a port. These rules made the
   * recorded answers of containerd, which were taken with Go 1.19.
   */
  GO_1_19(false, false, 13),

  /**
   * Go 1.25: the text between brackets must be an IPv6 address and nothing may stand before them.
   * Talos up to 1.12. The patch releases 1.25.2 to 1.25.7 silently dropped what stands before the
   * bracket; these rules follow 1.25.8 and later, which refuse it.
   */
  GO_1_25(true, false, 15),

  /**
   * Go 1.26: as Go 1.25, and the host of an {@code http} or {@code https} URL ends at its first
   * colon ({@code GODEBUG=urlstrictcolons=1}, the default). Talos since 1.13 and release builds of
   * containerd since 2.3. These rules follow 1.26.2 and later: 1.26.0 still dropped what stands
   * before the bracket, and 1.26.0 and 1.26.1 were as strict with most other schemes.
   */
  GO_1_26(true, true, 15);

  /** The version of Unicode the oldest supported Java has, and the tables of Go up to 1.20 too. */
  private static final int UNICODE_OF_JAVA_17 = 13;

  /** Code points, in hexadecimal, that are printable in Unicode 15 and unassigned in Unicode 13. */
  private static final BitSet PRINTABLE_SINCE_UNICODE_13 =
      codePoints(
          """
          61d 870-88e 898-89f 8b5 8c8-8d2 c3c c5d cdd cf3 ece 170d 1715 171f 180f 1ac1-1ace 1b4c \
          1b7d-1b7e 1dfa 20c0 2c2f 2c5f 2e53-2e5d 9ffd-9fff a7c0-a7c1 a7d0-a7d1 a7d3 a7d5-a7d9 \
          a7f2-a7f4 fbc2 fd40-fd4f fdcf fdfe-fdff 10570-1057a 1057c-1058a 1058c-10592 10594-10595 \
          10597-105a1 105a3-105b1 105b3-105b9 105bb-105bc 10780-10785 10787-107b0 107b2-107ba \
          10efd-10eff 10f70-10f89 11070-11075 110c2 1123f-11241 116b9 11740-11746 11ab0-11abf \
          11b00-11b09 11f00-11f10 11f12-11f3a 11f3e-11f59 12f90-12ff2 1342f 13440-13455 \
          16a70-16abe 16ac0-16ac9 1aff0-1aff3 1aff5-1affb 1affd-1affe 1b11f-1b122 1b132 1b155 \
          1cf00-1cf2d 1cf30-1cf46 1cf50-1cfc3 1d1e9-1d1ea 1d2c0-1d2d3 1df00-1df1e 1df25-1df2a \
          1e030-1e06d 1e08f 1e290-1e2ae 1e4d0-1e4f9 1e7e0-1e7e6 1e7e8-1e7eb 1e7ed-1e7ee \
          1e7f0-1e7fe 1f6dc-1f6df 1f774-1f776 1f77b-1f77f 1f7d9 1f7f0 1f979 1f9cc 1fa75-1fa77 \
          1fa7b-1fa7c 1fa87-1fa88 1faa9-1faaf 1fab7-1fabd 1fabf 1fac3-1fac5 1face-1facf \
          1fad7-1fadb 1fae0-1fae8 1faf0-1faf8 2a6de-2a6df 2b735-2b739 31350-323af""");

  private final boolean bracketsChecked;
  private final boolean colonsStrict;
  private final int unicode;

  UrlRules(boolean bracketsChecked, boolean colonsStrict, int unicode) {
    this.bracketsChecked = bracketsChecked;
    this.colonsStrict = colonsStrict;
    this.unicode = unicode;
  }

  /** Whether only an IPv6 address may stand between brackets, and nothing before them. */
  boolean bracketsChecked() {
    return bracketsChecked;
  }

  /** Whether the host of an http or https URL ends at its first colon. */
  boolean colonsStrict() {
    return colonsStrict;
  }

  /**
   * The text between double quotes, as {@code strconv.Quote} writes it. A byte that is not UTF-8 is
   * represented as {@link EndpointUrl} says.
   */
  public String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> appendQuoted(c, out));
    return out.append('"').toString();
  }

  private void appendQuoted(int c, StringBuilder out) {
    int shortForm = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
    if (shortForm >= 0) {
      out.append('\\').append("abfnrtv\\\"".charAt(shortForm));
    } else if (Part.isSurrogate(c)) {
      appendHex("\\x", 2, c & 0xff, out);
    } else if (c < ' ' || c == 0x7f) {
      appendHex("\\x", 2, c, out);
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (c < 0x10000) {
      appendHex("\\u", 4, c, out);
    } else {
      appendHex("\\U", 8, c, out);
    }
  }

  private static void appendHex(String prefix, int digits, int value, StringBuilder out) {
    String hex = Integer.toHexString(value);
    out.append(prefix).append("0".repeat(digits - hex.length())).append(hex);
  }

  /**
   * As {@code strconv.IsPrint}: letters, marks, numbers, punctuation, symbols and the ASCII space.
   * A Java with a Unicode newer than 15 also takes the characters added since then as printable.
   */
  private boolean isPrintable(int c) {
    if (PRINTABLE_SINCE_UNICODE_13.get(c)) {
      return unicode > UNICODE_OF_JAVA_17;
    }
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          c == ' ';
      default -> true;
    };
  }

  private static BitSet codePoints(String ranges) {
    BitSet set = new BitSet();
    for (String range : ranges.split(" ", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(range.substring(0, dash < 0 ? range.length() : dash), 16);
      int last = Integer.parseInt(range.substring(dash + 1), 16);
      set.set(first, last + 1);
    }
    return set;
  }
}
