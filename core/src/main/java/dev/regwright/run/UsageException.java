package dev.regwright.run;

import dev.regwright.source.DidYouMean;
import java.util.Collection;

/** A mistake on the command line: one line that says what is wrong. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A mistake, said in one line. */
  public UsageException(String message) {
    super(message);
  }

  /** A word that is none of those we know, with the one that was probably meant. */
  public static UsageException unknown(String what, String written, Collection<String> known) {
    String meant = DidYouMean.closest(written, known).orElse(null);
    String hint = meant == null ? "" : "; did you mean " + meant + "?";
    return new UsageException(what + " '" + written + "'" + hint);
  }

  /** As {@link #unknown}, for words so few that all can be named. */
  public static UsageException noneOf(String option, String written, Collection<String> known) {
    return new UsageException(
        option + " takes " + String.join(", ", known) + ", not '" + written + "'");
  }
}
