package dev.regwright.run;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Repaired;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input: a result, a reason why it cannot be read, or a failure of ours. None of
 * them for a file that was found in a directory and is none of our business.
 */
record Outcome(
    Input input,
    @Nullable LintedFile linted,
    @Nullable Repaired repaired,
    @Nullable String unreadable,
    @Nullable Throwable failure) {

  static Outcome linted(Input input, LintedFile linted) {
    return new Outcome(input, linted, null, null, null);
  }

  static Outcome repaired(Input input, Repaired repaired) {
    return new Outcome(input, repaired.before(), repaired, null, null);
  }

  static Outcome skipped(Input input) {
    return new Outcome(input, null, null, null, null);
  }

  static Outcome unreadable(Input input, String problem) {
    return new Outcome(input, null, null, problem, null);
  }

  static Outcome failed(Input input, Throwable failure) {
    return new Outcome(input, null, null, null, failure);
  }
}
