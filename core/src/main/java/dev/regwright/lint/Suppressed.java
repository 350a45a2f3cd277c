package dev.regwright.lint;

import dev.regwright.source.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding somebody decided not to hear of.
 *
 * @param finding what it would have been
 * @param kind where that was decided
 * @param reason why, in their words; null when they gave none
 */
public record Suppressed(Finding finding, Kind kind, @Nullable String reason) {
  /** Where it was decided. */
  public enum Kind {
    /** By a comment in the file. */
    IN_SOURCE,
    /** Elsewhere, such as in a baseline. */
    EXTERNAL
  }
}
