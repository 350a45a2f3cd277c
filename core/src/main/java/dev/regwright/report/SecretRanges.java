package dev.regwright.report;

import dev.regwright.talos.TalosFile.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The ranges of a text the reader knows to be secret, in order and disjoint. */
final class SecretRanges {
  private final List<TextRange> ranges = new ArrayList<>();

  SecretRanges(List<TextRange> unordered) {
    List<TextRange> ordered = new ArrayList<>(unordered);
    ordered.sort(Comparator.comparingInt(TextRange::start));
    for (TextRange next : ordered) {
      if (next.start() == next.end()) {
        continue;
      }
      int last = ranges.size() - 1;
      if (last < 0 || next.start() >= ranges.get(last).end()) {
        ranges.add(next);
      } else if (next.end() > ranges.get(last).end()) {
        ranges.set(last, new TextRange(ranges.get(last).start(), next.end()));
      }
    }
  }

  int size() {
    return ranges.size();
  }

  TextRange get(int index) {
    return ranges.get(index);
  }

  /** Index of the first range that ends behind a place; {@link #size} if none does. */
  int firstEndingBehind(int place) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where the range ends that starts exactly at a place; -1 if none does. */
  int endOf(int start) {
    int i = firstEndingBehind(start);
    return i < ranges.size() && ranges.get(i).start() == start ? ranges.get(i).end() : -1;
  }
}
