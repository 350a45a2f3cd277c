package dev.regwright.yaml;

import java.util.Arrays;

/**
 * The text as it is given to the parser, character for character as long as the original, plus the
 * way back from the parser's code-point indexes to indexes of the original.
 *
 * <p>Two things differ from the original. go-yaml still has YAML 1.1's line breaks NEL, LS and PS,
 * which the parser does not know; they become line feeds. Characters YAML forbids become U+FFFD, so
 * that the rest of the stream can be read; {@link #forbiddenAt} tells where the first one was.
 */
final class ParserText {
  private final String text;
  private final int forbiddenAt;
  private final int[] wideAt; // indexes of the first half of each surrogate pair, ascending

  private ParserText(String text, int forbiddenAt, int[] wideAt) {
    this.text = text;
    this.forbiddenAt = forbiddenAt;
    this.wideAt = wideAt;
  }

  static ParserText of(String original) {
    char[] changed = null;
    int forbidden = -1;
    int[] wide = new int[0];
    int wideCount = 0;
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if ((c >= ' ' && c < 0x7F) || c == '\n') {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < original.length()
          && Character.isLowSurrogate(original.charAt(i + 1))) {
        if (wideCount == wide.length) {
          wide = Arrays.copyOf(wide, Math.max(16, wideCount * 2));
        }
        wide[wideCount++] = i;
        i++;
        continue;
      }
      char kept = replacement(c);
      if (kept != c) {
        changed = changed == null ? original.toCharArray() : changed;
        changed[i] = kept;
        forbidden = kept == '\uFFFD' && forbidden < 0 ? i : forbidden;
      }
    }
    String text = changed == null ? original : new String(changed);
    return new ParserText(text, forbidden, Arrays.copyOf(wide, wideCount));
  }

  /** The character itself where go-yaml's reader ({@code readerc.go}) allows it. */
  private static char replacement(char c) {
    if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
      return '\n';
    }
    boolean allowed =
        c == '\t' || c == '\r' || (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD);
    return allowed ? c : '\uFFFD';
  }

  String text() {
    return text;
  }

  /** Index of the first forbidden character, or -1. */
  int forbiddenAt() {
    return forbiddenAt;
  }

  /** The index of the character {@code codePoints} code points behind the index {@code from}. */
  int index(int from, int codePoints) {
    if (wideAt.length == 0) {
      return from + codePoints;
    }
    int first = lowerBound(from);
    int low = first;
    int high = wideAt.length;
    // The k-th pair behind from lies before the answer when wideAt[k] - (pairs before it) < from +
    // codePoints.
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (wideAt[mid] - (mid - first) < from + codePoints) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return from + codePoints + (low - first);
  }

  private int lowerBound(int index) {
    int at = Arrays.binarySearch(wideAt, index);
    return at >= 0 ? at : -at - 1;
  }
}
