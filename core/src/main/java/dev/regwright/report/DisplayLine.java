package dev.regwright.report;

import java.util.BitSet;

/**
 * A line of a file as a terminal may show it: secrets masked, tabs expanded, dangerous characters
 * made visible, and cut to a window around one place if it is long. Knows at which column each
 * character ended up, so that carets stand below what they mean.
 */
final class DisplayLine {
  private static final String MASK = "***";
  private static final int TAB = 4;
  private static final int WINDOW = 160;
  private static final int BEFORE_FOCUS = 60;

  /**
   * More characters than this are not even looked at: even 160 combining accents fit in one column.
   */
  private static final int SLICE = 4096;

  private final StringBuilder text = new StringBuilder();
  private final String line;
  private final int from;
  private final int to;

  /** For each character from {@code from} to {@code to}: its column, and its index in the text. */
  private final int[] columns;

  private final int[] indexes;

  /** The window: what stands left of and right of these columns is cut off. */
  private int left;

  private int right;

  private DisplayLine(String line, int focus) {
    this.line = line;
    this.from = boundary(line, Math.max(0, focus - SLICE));
    this.to = boundary(line, (int) Math.min(line.length(), (long) focus + SLICE));
    this.columns = new int[to - from + 1];
    this.indexes = new int[to - from + 1];
  }

  /**
   * Lays out a line.
   *
   * @param hidden which of its characters to mask
   * @param focus index of the character that must be in sight
   */
  static DisplayLine of(String line, BitSet hidden, int focus) {
    DisplayLine display = new DisplayLine(line, focus);
    display.layOut(hidden);
    display.chooseWindow(focus);
    return display;
  }

  private static int boundary(String line, int index) {
    boolean within =
        index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
    return within ? index - 1 : index;
  }

  private void layOut(BitSet hidden) {
    int column = 0;
    int i = from;
    while (i < to) {
      int end = i + Character.charCount(line.codePointAt(i));
      int start = text.length();
      int next = column;
      if (hidden.get(i)) {
        end = Math.min(to, hidden.nextClearBit(i));
        text.append(MASK);
        next += MASK.length();
      } else if (line.charAt(i) == '\t') {
        int blanks = TAB - column % TAB;
        text.append(" ".repeat(blanks));
        next += blanks;
      } else {
        next += Printable.append(text, line.codePointAt(i));
      }
      for (int k = i; k < end && k < to; k++) {
        columns[k - from] = column;
        indexes[k - from] = start;
      }
      column = next;
      i = end;
    }
    columns[to - from] = column;
    indexes[to - from] = text.length();
  }

  private void chooseWindow(int focus) {
    int width = columns[to - from];
    if (width <= WINDOW) {
      right = width;
      return;
    }
    left = Math.min(Math.max(0, columnAt(focus) - BEFORE_FOCUS), width - WINDOW);
    right = left + WINDOW;
  }

  private int columnAt(int index) {
    return columns[Math.min(Math.max(index, from), to) - from];
  }

  private boolean cutLeft() {
    return left > 0 || from > 0;
  }

  /** The part of the line in the window; an ellipsis stands for what is cut off. */
  String text() {
    int start = 0;
    int end = to - from;
    while (columns[start] < left) {
      start++;
    }
    while (columns[end] > right) {
      end--;
    }
    String shown = text.substring(indexes[start], indexes[end]);
    boolean cutRight = end < to - from || to < line.length();
    return (cutLeft() ? "…" : "") + shown + (cutRight ? "…" : "");
  }

  /** The column, from 0, where a character of the line begins in {@link #text}. */
  int column(int index) {
    int column = Math.min(Math.max(columnAt(index), left), right) - left;
    return column + (cutLeft() ? 1 : 0);
  }
}
