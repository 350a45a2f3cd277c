package dev.regwright.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where two texts differ, by lines. Made for texts with few and small differences: after each it
 * looks a little ahead for where they meet again, and gives up on the rest when they do not. So it
 * takes linear time and is always right, if not always the shortest answer.
 */
final class LineDiff {
  private static final int LOOK_AHEAD = 64;

  private final List<String> old;
  private final List<String> now;

  private LineDiff(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /**
   * Lines that are replaced by others. Indexes count from 0.
   *
   * @param oldEnd just behind the last old line
   * @param nowEnd just behind the last new line
   */
  record Change(int oldStart, int oldEnd, int nowStart, int nowEnd) {}

  static List<Change> between(List<String> old, List<String> now) {
    return new LineDiff(old, now).run();
  }

  private List<Change> run() {
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (same(i, j)) {
        i++;
        j++;
        continue;
      }
      Change change = changeAt(i, j);
      changes.add(change);
      i = change.oldEnd();
      j = change.nowEnd();
    }
    return changes;
  }

  private Change changeAt(int i, int j) {
    for (int distance = 1; distance <= LOOK_AHEAD; distance++) {
      for (int removed = distance; removed >= 0; removed--) {
        int oldEnd = i + removed;
        int nowEnd = j + distance - removed;
        if (meet(oldEnd, nowEnd)) {
          return new Change(i, oldEnd, j, nowEnd);
        }
      }
    }
    return new Change(i, old.size(), j, now.size());
  }

  /** One equal line may be chance, two or the end hardly. */
  private boolean meet(int i, int j) {
    boolean end = i == old.size() && j == now.size();
    boolean last = i + 1 == old.size() && j + 1 == now.size();
    return end || (same(i, j) && (last || same(i + 1, j + 1)));
  }

  private boolean same(int i, int j) {
    return i < old.size() && j < now.size() && old.get(i).equals(now.get(j));
  }
}
