package dev.regwright.pki;

import java.nio.charset.StandardCharsets;

/**
 * Names inside certificates, with the leniency of Go's {@code crypto/x509}: string types, domains,
 * mailboxes, addresses.
 */
final class GoNames {
  private static final int UTF8_STRING = 0x0c;
  private static final int NUMERIC_STRING = 0x12;
  private static final int PRINTABLE_STRING = 0x13;
  private static final int T61_STRING = 0x14;
  private static final int IA5_STRING = 0x16;
  private static final int BMP_STRING = 0x1e;

  static final String DIGITS = "0123456789";
  static final String ALPHANUMERIC =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + DIGITS;
  private static final String PRINTABLE = ALPHANUMERIC + " '()*+,-./:=?&";
  private static final String ATEXT = ALPHANUMERIC + "!#$%&'*+-/=?^_`{|}~.";

  private GoNames() {}

  /** What is wrong with an attribute value of this string type; empty when nothing is. */
  static String stringFault(int tag, byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    return switch (tag) {
      case T61_STRING -> "";
      case PRINTABLE_STRING -> isMadeOf(text, PRINTABLE) ? "" : "invalid PrintableString";
      case UTF8_STRING -> GoText.isUtf8(value) ? "" : "invalid UTF-8 string";
      case BMP_STRING -> isBmp(value) ? "" : "invalid BMPString";
      case IA5_STRING -> GoText.isAscii(value) ? "" : "invalid IA5String";
      case NUMERIC_STRING -> isMadeOf(text, DIGITS + " ") ? "" : "invalid NumericString";
      default -> "unsupported string type: " + tag;
    };
  }

  /**
   * Whether all characters of {@code text} are among {@code characters}. Loops, since lambdas cost
   * start-up time.
   */
  static boolean isMadeOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** UCS-2 without surrogates and permanently reserved code points. */
  private static boolean isBmp(byte[] value) {
    for (int i = 0; i + 1 < value.length; i += 2) {
      int c = (value[i] & 0xff) << 8 | (value[i + 1] & 0xff);
      boolean reserved =
          c == 0xfffe
              || c == 0xffff
              || (c >= 0xfdd0 && c <= 0xfdef)
              || (c >= 0xd800 && c <= 0xdfff);
      if (reserved) {
        return false;
      }
    }
    return value.length % 2 == 0;
  }

  /**
   * Whether Go takes an ASCII text for a domain: visible characters in non-empty labels, no final
   * dot. The empty text passes.
   *
   * @param constraint whether one leading dot is allowed
   */
  static boolean isDomain(String text, boolean constraint) {
    if (text.isEmpty()) {
      return true;
    }
    String labels = constraint && text.startsWith(".") ? text.substring(1) : text;
    return !labels.isEmpty()
        && !labels.startsWith(".")
        && !labels.endsWith(".")
        && !labels.contains("..")
        && isVisible(labels);
  }

  private static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 33 || text.charAt(i) > 126) {
        return false;
      }
    }
    return true;
  }

  /** Whether Go takes an ASCII text for an RFC 2821 mailbox, quoted or not. */
  static boolean isMailbox(String text) {
    int at = text.startsWith("\"") ? quotedEnd(text) : atomEnd(text);
    return at > 0 && text.startsWith("@", at) && isDomain(text.substring(at + 1), false);
  }

  /** The offset behind the closing quote, or -1. */
  private static int quotedEnd(String text) {
    int at = 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return at;
      }
      if (c == '\\') {
        if (at == text.length() || isNulOrLine(text.charAt(at++))) {
          return -1;
        }
      } else if (isNulOrLine(c) || c == '\t') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isNulOrLine(char c) {
    return c == 0 || c == '\n' || c == '\r';
  }

  /** The offset behind dot-separated atoms, or -1; a backslash makes any character part of one. */
  private static int atomEnd(String text) {
    StringBuilder local = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
        if (at == text.length()) {
          return -1;
        }
      } else if (ATEXT.indexOf(c) < 0) {
        break;
      }
      local.append(text.charAt(at++));
    }
    boolean dots =
        local.isEmpty()
            || local.charAt(0) == '.'
            || local.charAt(local.length() - 1) == '.'
            || local.indexOf("..") >= 0;
    return dots ? -1 : at;
  }

  /** Whether the text is an IPv4 or IPv6 address, without a zone. */
  static boolean isIp(String text) {
    return text.contains(":") ? isIpv6(text) : isIpv4(text);
  }

  /** Whether the text is four decimal numbers without leading zeros. */
  static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      boolean number =
          !part.isEmpty()
              && part.length() <= 3
              && isMadeOf(part, DIGITS)
              && (part.length() == 1 || part.charAt(0) != '0')
              && Integer.parseInt(part) <= 255;
      if (!number) {
        return false;
      }
    }
    return parts.length == 4;
  }

  /** Whether the text is eight groups, or fewer with one gap; a final IPv4 address counts two. */
  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : groups(rest);
    boolean fourInFront = text.substring(0, gap).contains(".");
    return before >= 0 && after >= 0 && before + after < 8 && !fourInFront;
  }

  /**
   * How many 16-bit groups the text is, where a final IPv4 address counts two; -1 when it is
   * something else.
   */
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && isIpv4(parts[i])) {
        count++;
      } else if (!isHexGroup(parts[i])) {
        return -1;
      }
    }
    return count;
  }

  private static boolean isHexGroup(String text) {
    return !text.isEmpty() && text.length() <= 4 && isMadeOf(text, DIGITS + "abcdefABCDEF");
  }
}
