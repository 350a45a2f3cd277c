package dev.regwright.diff;

import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Reach;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one puller does for one registry, on both sides.
 *
 * @param requests all of both sides: in the order of the new one, those that vanish where they were
 * @param what what holds for all requests and differs, in words
 * @param before why the old side fails before any request, or null
 * @param after why the new side does, or null
 * @param reachBefore how far the old side goes
 * @param reachAfter how far the new side goes
 */
public record PullerDiff(
    List<RequestDiff> requests,
    List<String> what,
    @Nullable String before,
    @Nullable String after,
    Reach reachBefore,
    Reach reachAfter) {
  /** Copies the lists. */
  public PullerDiff {
    requests = List.copyOf(requests);
    what = List.copyOf(what);
  }

  static PullerDiff between(PullerTrace before, PullerTrace after) {
    return new RouteCompare(before, after).compare();
  }

  /** Whether both sides do the same. */
  public boolean same() {
    for (RequestDiff request : requests) {
      if (request.change() != Change.STAYS) {
        return false;
      }
    }
    return what.isEmpty() && Objects.equals(before, after) && reachBefore == reachAfter;
  }
}
