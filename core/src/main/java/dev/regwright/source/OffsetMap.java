package dev.regwright.source;

import java.util.Arrays;

/**
 * Where the characters of a text stand in the text it was taken from, such as a word without its
 * quotes or a block without its indentation. From each mark to the next one the two run side by
 * side.
 */
public final class OffsetMap {
  private final int[] inner;
  private final int[] outer;
  private final int limit;

  private OffsetMap(int[] inner, int[] outer, int limit) {
    this.inner = inner;
    this.outer = outer;
    this.limit = limit;
  }

  /** The place in the outer text of an index of the inner one, its end included. */
  public int outer(int index) {
    int found = Arrays.binarySearch(inner, index);
    int mark = Math.max(0, found >= 0 ? found : -found - 2);
    int distance = inner.length == 0 ? index : outer[mark] - inner[mark] + index;
    return Math.max(0, Math.min(distance, limit));
  }

  /** Collects marks in ascending order. */
  public static final class Builder {
    private int[] inner = new int[8];
    private int[] outer = new int[8];
    private int count;

    /** Says where a character stands; of two marks of one index the later counts. */
    public void mark(int innerIndex, int outerIndex) {
      if (count > 0 && inner[count - 1] == innerIndex) {
        count--;
      }
      if (count > 0 && outer[count - 1] - inner[count - 1] == outerIndex - innerIndex) {
        return;
      }
      if (count == inner.length) {
        inner = Arrays.copyOf(inner, count * 2);
        outer = Arrays.copyOf(outer, count * 2);
      }
      inner[count] = innerIndex;
      outer[count++] = outerIndex;
    }

    /**
     * The map.
     *
     * @param limit the last place anything can have
     */
    public OffsetMap build(int limit) {
      return new OffsetMap(Arrays.copyOf(inner, count), Arrays.copyOf(outer, count), limit);
    }
  }
}
