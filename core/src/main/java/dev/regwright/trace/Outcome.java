package dev.regwright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a supposed pull ends.
 *
 * @param steps one for each request
 * @param served the request that gives the image, or null
 * @param error the error of the pull, or null
 */
public record Outcome(List<Step> steps, @Nullable Request served, @Nullable String error) {
  /** Copies the list. */
  public Outcome {
    steps = List.copyOf(steps);
  }
}
