package dev.regwright.pki;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds PEM blocks one by one, with the rules of Go's {@code encoding/pem/pem.go}: the first END
 * line is looked for, then the last BEGIN before it; a candidate that fails any check is skipped
 * together with its END.
 */
final class PemScanner {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "\n-----END ";
  private static final String DASHES = "-----";

  private final String text;

  /** Where the unread part of the text begins. */
  private int rest;

  PemScanner(String text) {
    this.text = text;
  }

  /** The next block, or null when there is none; from then on always null. */
  @Nullable PemBlock next() {
    int search = rest;
    while (true) {
      int end = text.indexOf(END, search);
      if (end < 0) {
        rest = text.length();
        return null;
      }
      int trailer = end + END.length();
      int begin = lastBegin(search, end);
      boolean startsLine = begin == search || (begin > search && text.charAt(begin - 1) == '\n');
      if (begin >= 0 && startsLine) {
        Candidate candidate = new Candidate(begin, end, trailer);
        PemBlock block = candidate.read();
        if (block != null) {
          rest = nextLine(trailer - 1);
          return block;
        }
        if (candidate.overrun) {
          rest = text.length();
          return null;
        }
      }
      search = trailer;
    }
  }

  /**
   * The last BEGIN mark that lies wholly inside the range, or -1; never looks before {@code from}.
   */
  private int lastBegin(int from, int to) {
    for (int i = to - BEGIN.length(); i >= from; i--) {
      if (text.charAt(i) == '-' && text.startsWith(BEGIN, i)) {
        return i;
      }
    }
    return -1;
  }

  private int nextLine(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline + 1;
  }

  /**
   * The end of the line's content: without the newline, one CR before it, and blanks before that.
   */
  private int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    int end = newline < 0 ? text.length() : newline;
    if (newline >= 0 && end > from && text.charAt(end - 1) == '\r') {
      end--;
    }
    while (end > from && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A BEGIN and an END that may belong together. */
  private final class Candidate {
    private final int begin;
    private final int end;
    private final int trailer;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Reading headers ran past the END mark or to the end of the text, where Go gives up
     * altogether.
     */
    private boolean overrun;

    Candidate(int begin, int end, int trailer) {
      this.begin = begin;
      this.end = end;
      this.trailer = trailer;
    }

    @Nullable PemBlock read() {
      int typeStart = begin + BEGIN.length();
      String typeLine = text.substring(typeStart, lineEnd(typeStart));
      if (!typeLine.endsWith(DASHES)) {
        return null;
      }
      String type = typeLine.substring(0, typeLine.length() - DASHES.length());
      int body = readHeaders(nextLine(typeStart));
      if (overrun || (!headers.isEmpty() && end < body) || !endsWith(type)) {
        return null;
      }
      byte[] bytes = GoBase64.decodeBody(text, Math.min(body, end), end);
      if (bytes == null) {
        return null;
      }
      int last = trailer + type.length() + DASHES.length();
      return new PemBlock(type, Der.wrap(bytes), headers, begin, last);
    }

    /** Takes lines with a colon, even beyond the END mark; returns where the body begins. */
    private int readHeaders(int from) {
      int at = from;
      while (at < text.length()) {
        int end = lineEnd(at);
        int colon = at;
        while (colon < end && text.charAt(colon) != ':') {
          colon++;
        }
        if (colon == end) {
          overrun = at > trailer;
          return at;
        }
        headers.put(
            GoText.trim(text.substring(at, colon)), GoText.trim(text.substring(colon + 1, end)));
        at = nextLine(at);
      }
      overrun = true;
      return at;
    }

    private boolean endsWith(String type) {
      int after = trailer + type.length() + DASHES.length();
      return text.startsWith(type, trailer)
          && text.startsWith(DASHES, trailer + type.length())
          && lineEnd(after) == after;
    }
  }
}
