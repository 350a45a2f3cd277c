package dev.regwright.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text as it is given to the parser, character for character as long as the original, plus the
 * way back from the parser's code-point indexes to indexes of the original.
 *
 * <p>Three things differ from the original. go-yaml still has YAML 1.1's line breaks NEL, LS and
 * PS, which the parser does not know; they become line feeds. Characters YAML forbids become
 * U+FFFD, so that the rest of the stream can be read; {@link #forbiddenAt} tells where the first
 * one was. And characters that go-yaml takes for text and the parser does not are disguised, see
 * {@link Disguise}.
 */
final class ParserText {
  private final String text;
  private final int forbiddenAt;
  private final boolean disguised;
  private final boolean delicate;
  private final int[] wideAt; // indexes of the first half of each surrogate pair, ascending

  private ParserText(Builder built) {
    this.text = built.changed == null ? built.original : new String(built.changed);
    this.forbiddenAt = built.forbidden;
    this.disguised = built.disguised;
    this.delicate = built.delicate;
    this.wideAt = Arrays.copyOf(built.wide, built.wideCount);
  }

  static ParserText of(String original, GoYaml release) {
    Builder builder = new Builder(original);
    builder.build(new Disguise(original, release, builder::disguise));
    if (builder.disguised && builder.ambiguous) {
      builder = new Builder(original);
      builder.build(null);
    }
    return new ParserText(builder);
  }

  private static final class Builder {
    /** The characters that are never anything but themselves. */
    private static final boolean[] ORDINARY = new boolean[0x80];

    static {
      Arrays.fill(ORDINARY, ' ', 0x7F, true);
      ORDINARY['\n'] = true;
      ORDINARY['%'] = false;
      for (char c : Disguise.TRIGGERS.toCharArray()) {
        ORDINARY[c] = false;
      }
    }

    private final String original;
    private char @Nullable [] changed;
    private int forbidden = -1;
    private boolean disguised;
    private boolean ambiguous; // the text itself holds what would be a stand-in
    private boolean delicate;
    private int[] wide = new int[0];
    private int wideCount;

    Builder(String original) {
      this.original = original;
    }

    void build(@Nullable Disguise disguise) {
      for (int i = 0; i < original.length(); i++) {
        char c = original.charAt(i);
        if (c < 0x80 && ORDINARY[c]) {
          continue;
        }
        if (isPair(i)) {
          addWide(i);
          i++;
        } else if (disguise == null || !disguise.visit(i)) {
          other(i, c);
        }
      }
    }

    void disguise(int i, char standIn) {
      disguised = true;
      change(i, standIn);
    }

    private boolean isPair(int i) {
      return Character.isHighSurrogate(original.charAt(i))
          && i + 1 < original.length()
          && Character.isLowSurrogate(original.charAt(i + 1));
    }

    private void other(int i, char c) {
      delicate |= c == '\t' || c == '%';
      ambiguous |= Disguise.isStandIn(c);
      char kept = replacement(c);
      if (kept != c) {
        change(i, kept);
        forbidden = kept == '\uFFFD' && forbidden < 0 ? i : forbidden;
      }
    }

    private void change(int i, char c) {
      changed = changed == null ? original.toCharArray() : changed;
      changed[i] = c;
    }

    private void addWide(int i) {
      if (wideCount == wide.length) {
        wide = Arrays.copyOf(wide, Math.max(16, wideCount * 2));
      }
      wide[wideCount++] = i;
    }

    /** The character itself where go-yaml's reader ({@code readerc.go}) allows it. */
    private static char replacement(char c) {
      if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
        return '\n';
      }
      boolean allowed =
          (c >= ' ' && c < 0x7F)
              || c == '\t'
              || c == '\r'
              || (c >= 0xA0 && c <= 0xD7FF)
              || (c >= 0xE000 && c <= 0xFFFD);
      return allowed ? c : '\uFFFD';
    }
  }

  String text() {
    return text;
  }

  /** Whether it holds tabs or what may be directives, for {@link TokenCheck}. */
  boolean delicate() {
    return delicate;
  }

  /** Index of the first forbidden character, or -1. */
  int forbiddenAt() {
    return forbiddenAt;
  }

  /**
   * What the parser made of a piece of the text, without disguise.
   *
   * @param escapes whether the piece is a double-quoted scalar
   */
  String original(String piece, boolean escapes) {
    return disguised ? Disguise.takeOff(piece, escapes) : piece;
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
