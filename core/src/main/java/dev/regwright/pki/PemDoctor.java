package dev.regwright.pki;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Guesses what went wrong with a text in which no PEM block was found. */
final class PemDoctor {
  private static final List<String> EXTENSIONS =
      List.of("pem", "crt", "cer", "key", "der", "p12", "pfx");
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";

  private PemDoctor() {}

  static PemTrouble diagnose(String text) {
    if (text.isBlank()) {
      return PemTrouble.EMPTY;
    }
    int begin = text.indexOf(BEGIN);
    if (begin >= 0) {
      return armour(text, begin);
    }
    if (text.contains(END)) {
      return PemTrouble.NO_BEGIN;
    }
    boolean begins = containsIgnoringCase(text, "BEGIN CERTIFICATE");
    if (begins || containsIgnoringCase(text, "-BEGIN ")) {
      return PemTrouble.WRONG_DASHES;
    }
    return withoutArmour(text);
  }

  /** Does not change the case of the text, which can take quadratic time. */
  private static boolean containsIgnoringCase(String text, String words) {
    for (int i = 0; i <= text.length() - words.length(); i++) {
      if (text.regionMatches(true, i, words, 0, words.length())) {
        return true;
      }
    }
    return false;
  }

  private static PemTrouble armour(String text, int begin) {
    int end = text.indexOf(END, begin);
    int newline = text.indexOf('\n', begin);
    if (newline < 0 || (end >= 0 && end < newline)) {
      if (end < 0) {
        return PemTrouble.NO_END;
      }
      return text.contains("\\n") ? PemTrouble.ESCAPED_NEWLINES : PemTrouble.ONE_LINE;
    }
    if (isIndented(text, begin)) {
      return PemTrouble.INDENTED;
    }
    String beginLine = text.substring(begin + BEGIN.length(), newline).stripTrailing();
    boolean alone = begin == 0 || text.charAt(begin - 1) == '\n';
    if (!alone || !beginLine.endsWith("-----")) {
      return PemTrouble.BROKEN_BEGIN;
    }
    if (end < 0) {
      return text.indexOf("END", newline) < 0 ? PemTrouble.NO_END : PemTrouble.WRONG_DASHES;
    }
    if (isIndented(text, end)) {
      return PemTrouble.INDENTED;
    }
    int endLine = text.indexOf('\n', end);
    String tail = text.substring(end + END.length(), endLine < 0 ? text.length() : endLine);
    if (!tail.stripTrailing().equals(beginLine) || (endLine < 0 && tail.endsWith("\r"))) {
      return PemTrouble.OTHER_END;
    }
    String body = text.substring(newline, end);
    boolean dots = body.contains("..") || body.contains("\u2026");
    return dots ? PemTrouble.ABBREVIATED : PemTrouble.BAD_BODY;
  }

  /** Whether only blanks, but at least one, stand between the start of the line and the offset. */
  private static boolean isIndented(String text, int at) {
    int from = at;
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    return from < at && (from == 0 || text.charAt(from - 1) == '\n');
  }

  private static PemTrouble withoutArmour(String text) {
    byte[] decoded = GoBase64.decodeBody(text, 0, text.length());
    if (decoded != null && decoded.length > 0) {
      String inner = new String(decoded, StandardCharsets.ISO_8859_1);
      if (inner.contains(BEGIN)) {
        return PemTrouble.BASE64_OF_PEM;
      }
      if (decoded.length > 32 && decoded[0] == 0x30) {
        return PemTrouble.BASE64_WITHOUT_ARMOUR;
      }
    }
    return looksLikeFileName(text.strip()) ? PemTrouble.FILE_NAME : PemTrouble.NOT_PEM;
  }

  private static boolean looksLikeFileName(String text) {
    if (text.length() > 4096 || text.contains(" ") || text.contains("\n")) {
      return false;
    }
    if (text.startsWith("/") || text.startsWith("./") || text.startsWith("../")) {
      return true;
    }
    String extension = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return text.contains(".") && EXTENSIONS.contains(extension);
  }
}
