package dev.regwright.yaml;

/**
 * What go-yaml's emitter finds out about a string before it chooses how to write it ({@code
 * analyzeScalar}).
 *
 * @param multiline whether it holds a line break of any sort
 * @param plain whether it can stand in a block without quotes
 * @param single whether it can stand in single quotes
 * @param block whether it can be a literal block
 */
record ScalarFacts(boolean multiline, boolean plain, boolean single, boolean block) {
  private static final ScalarFacts EMPTY = new ScalarFacts(false, true, true, false);
  private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";

  static ScalarFacts of(String text) {
    return text.isEmpty() ? EMPTY : new Scan(text).run();
  }

  static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** go-yaml takes what lies beyond the basic plane for unprintable. */
  static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
  }

  private static final class Scan {
    private final String text;
    private boolean indicators;
    private boolean breaks;
    private boolean special;
    private boolean tabs;
    private boolean edge; // white space at either end
    private boolean trailingSpace;
    private boolean breakThenSpace;
    private boolean spaceThenBreak;

    Scan(String text) {
      this.text = text;
    }

    ScalarFacts run() {
      indicators = text.startsWith("---") || text.startsWith("...");
      int previous = ' '; // the start counts as white space
      for (int i = 0; i < text.length(); ) {
        int c = text.codePointAt(i);
        int next = i + Character.charCount(c);
        boolean last = next == text.length();
        boolean blankAhead = last || text.charAt(next) == ' ' || text.charAt(next) == '\t';
        indicators |= i == 0 ? startsNode(c, blankAhead) : breaksPlain(c, previous, blankAhead);
        tabs |= c == '\t';
        special |= c != '\t' && !isPrintable(c);
        spaces(c, i == 0 ? 'x' : previous, i == 0, last);
        previous = c;
        i = next;
      }
      boolean single = !(breakThenSpace || spaceThenBreak || tabs || special);
      return new ScalarFacts(
          breaks,
          single && !edge && !breaks && !indicators,
          single,
          !(trailingSpace || spaceThenBreak || special));
    }

    private static boolean startsNode(int c, boolean blankAhead) {
      return FIRST_INDICATORS.indexOf(c) >= 0 || ((c == '-' || c == '?' || c == ':') && blankAhead);
    }

    private static boolean breaksPlain(int c, int previous, boolean blankAhead) {
      boolean afterWhite =
          previous == ' ' || previous == '\t' || isBreak(previous) || previous == 0;
      return (c == ':' && blankAhead) || (c == '#' && afterWhite);
    }

    private void spaces(int c, int previous, boolean first, boolean last) {
      if (c == ' ') {
        edge |= first || last;
        trailingSpace |= last;
        breakThenSpace |= isBreak(previous);
      } else if (isBreak(c)) {
        breaks = true;
        edge |= first || last;
        spaceThenBreak |= previous == ' ';
      }
    }
  }
}
