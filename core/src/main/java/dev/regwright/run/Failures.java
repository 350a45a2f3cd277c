package dev.regwright.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What we say when something went wrong that is nobody's finding. */
public final class Failures {
  private static final String DEBUG = "REGWRIGHT_DEBUG";

  private Failures() {}

  /**
   * The report could not be written. A reader that went away, such as {@code head}, has seen
   * enough.
   */
  public static void output(Io io, IOException e) {
    String reason = e.getMessage();
    if (reason == null || !reason.contains("Broken pipe")) {
      io.say(
          "cannot write the report: " + (reason == null ? e.getClass().getSimpleName() : reason));
    }
    trace(io, e);
  }

  /** A failure of ours, while working on a file if its name is given. */
  public static void internal(Io io, @Nullable String file, Throwable failure) {
    String where = file == null ? "" : file + ": ";
    if (failure instanceof OutOfMemoryError) {
      io.say(
          where + "not enough memory; give it more with REGWRIGHT_OPTS=-Xmx2g, or split the input");
    } else if (failure instanceof StackOverflowError) {
      io.say(where + "nested too deep to be checked");
    } else {
      String what = failure.getClass().getSimpleName();
      io.say(
          where
              + "internal error ("
              + what
              + "): this is a bug, please report it; "
              + DEBUG
              + "=1 shows where it happened");
    }
    trace(io, failure);
  }

  /** Frames without messages: a message may quote the file, and the file may hold secrets. */
  private static void trace(Io io, Throwable failure) {
    if (!"1".equals(io.env().get(DEBUG))) {
      return;
    }
    StringBuilder text = new StringBuilder();
    Throwable at = failure;
    for (int causes = 0; at != null && causes < 8; causes++) {
      text.append(causes == 0 ? "" : "caused by ").append(at.getClass().getName()).append('\n');
      for (StackTraceElement frame : at.getStackTrace()) {
        text.append("    at ").append(frame).append('\n');
      }
      at = at.getCause();
    }
    try {
      io.err().append(text).flush();
    } catch (IOException e) {
      // Nobody listens; the exit code still tells.
    }
  }
}
