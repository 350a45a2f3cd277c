package dev.regwright.diff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request of either side, or of both.
 *
 * @param before where the old side has it, or null
 * @param after where the new side has it, or null; one of both is not null
 * @param what how it is sent differently, in words
 */
public record RequestDiff(
    Change change, @Nullable Place before, @Nullable Place after, List<String> what) {
  /** Copies the list. */
  public RequestDiff {
    what = List.copyOf(what);
  }

  /** The new side's request, or the old side's when there is none. */
  public Place shown() {
    return after == null ? Objects.requireNonNull(before) : after;
  }
}
