package dev.regwright.diff;

/** Which members of a reordered list may be said to have stayed where they were. */
final class Order {
  private Order() {}

  /**
   * Marks the longest increasing run of numbers; negative ones are passed over. In time n log n.
   *
   * @param numbers for each member of the new list its index in the old one, each once, or -1
   */
  static boolean[] kept(int[] numbers) {
    int[] tails = new int[numbers.length];
    int[] previous = new int[numbers.length];
    int length = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (numbers[tails[middle]] < numbers[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] kept = new boolean[numbers.length];
    for (int at = length == 0 ? -1 : tails[length - 1]; at >= 0; at = previous[at]) {
      kept[at] = true;
    }
    return kept;
  }
}
