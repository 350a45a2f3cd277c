package dev.regwright.diff;

import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Reach;
import dev.regwright.trace.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pairs the requests of two sides by host and path, and tells what becomes of each. */
final class RouteCompare {
  private static final int NONE = -1;

  private final PullerTrace before;
  private final PullerTrace after;
  private final boolean[] gone;
  private final int[] partners;
  private final List<String> what = new ArrayList<>();
  private @Nullable String everywhere;

  RouteCompare(PullerTrace before, PullerTrace after) {
    this.before = before;
    this.after = after;
    this.gone = new boolean[before.requests().size()];
    this.partners = new int[after.requests().size()];
  }

  PullerDiff compare() {
    pair();
    everywhere = commonCapabilities();
    if (everywhere != null) {
      what.add("every host: " + everywhere);
    }
    List<RequestDiff> requests = merged();
    boolean same = what.isEmpty() && Objects.equals(before.error(), after.error());
    for (RequestDiff request : requests) {
      same &= request.change() == Change.STAYS;
    }
    if (!same) {
      notes();
    }
    return new PullerDiff(
        requests,
        what,
        before.error(),
        after.error(),
        Reach.of(before, null),
        Reach.of(after, null));
  }

  /** The same URL twice is two requests: the first is the partner of the first. */
  private void pair() {
    Map<String, Integer> byKey = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < before.requests().size(); i++) {
      gone[i] = true;
      byKey.put(key(before.requests().get(i), times), i);
    }
    times.clear();
    for (int i = 0; i < after.requests().size(); i++) {
      partners[i] = byKey.getOrDefault(key(after.requests().get(i), times), NONE);
      if (partners[i] != NONE) {
        gone[partners[i]] = false;
      }
    }
  }

  private static String key(Request request, Map<String, Integer> times) {
    String url = request.url();
    return times.merge(url, 1, Integer::sum) + " " + url;
  }

  /** What all hosts are asked for differently, said once. */
  private @Nullable String commonCapabilities() {
    String common = null;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] == NONE) {
        continue;
      }
      String words =
          HopCompare.capabilities(
              before.requests().get(partners[i]).hop(), after.requests().get(i).hop());
      if (words == null || (common != null && !common.equals(words))) {
        return null;
      }
      common = words;
    }
    return common;
  }

  /** The new order; what vanished stands before the first that stood behind it and stays there. */
  private List<RequestDiff> merged() {
    boolean[] anchors = Order.kept(partners);
    List<RequestDiff> merged = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      if (anchors[i]) {
        for (; next < partners[i]; next++) {
          addGone(next, merged);
        }
      }
      merged.add(partners[i] == NONE ? added(i) : kept(i, anchors[i]));
    }
    for (; next < gone.length; next++) {
      addGone(next, merged);
    }
    return merged;
  }

  private void addGone(int index, List<RequestDiff> merged) {
    if (gone[index]) {
      merged.add(new RequestDiff(Change.VANISHES, place(before, index), null, List.of()));
    }
  }

  private RequestDiff added(int index) {
    return new RequestDiff(Change.APPEARS, null, place(after, index), List.of());
  }

  private RequestDiff kept(int index, boolean inPlace) {
    Place old = place(before, partners[index]);
    Place now = place(after, index);
    List<String> words = new ArrayList<>();
    if (!inPlace) {
      words.add("asked " + nth(now.number()) + ", earlier " + nth(old.number()));
    }
    words.addAll(HopCompare.words(old.request().hop(), now.request().hop(), everywhere == null));
    return new RequestDiff(words.isEmpty() ? Change.STAYS : Change.CHANGES, old, now, words);
  }

  private static Place place(PullerTrace trace, int index) {
    return new Place(index + 1, trace.requests().get(index));
  }

  private static String nth(int number) {
    int tens = number / 10 % 10;
    String end =
        tens == 1
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + end;
  }

  /** Why all of a file may be ignored; only beside what comes of it. */
  private void notes() {
    for (String note : after.notes()) {
      if (!before.notes().contains(note)) {
        what.add(note);
      }
    }
    for (String note : before.notes()) {
      if (!after.notes().contains(note)) {
        what.add("no longer: " + note);
      }
    }
  }
}
