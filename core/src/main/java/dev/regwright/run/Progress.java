package dev.regwright.run;

import java.io.IOException;

/** Tells a person who waits how far a long run has come, on one line that disappears again. */
final class Progress {
  /** Most runs are over by then. */
  static final long QUIET_NANOS = 1_000_000_000L;

  private static final long PAUSE_NANOS = 100_000_000L;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Io io;
  private final boolean shown;
  private final int total;
  private int done;
  private long next;
  private boolean visible;

  Progress(Io io, int total, boolean quiet, long quietNanos) {
    this.io = io;
    this.total = total;
    this.shown = io.errIsTerminal() && !quiet && !"dumb".equals(io.env().get("TERM"));
    this.next = shown ? System.nanoTime() + quietNanos : 0;
  }

  /** One more is done. */
  void step() {
    done++;
    show();
  }

  /** Shows how far we are, if it is time to. */
  void show() {
    if (!shown || System.nanoTime() - next < 0) {
      return;
    }
    next = System.nanoTime() + PAUSE_NANOS;
    visible = true;
    write(CLEAR_LINE + "linted " + done + "/" + total + " files");
  }

  /** Makes room for something that stays. */
  void clear() {
    if (visible) {
      visible = false;
      write(CLEAR_LINE);
    }
  }

  private void write(String text) {
    try {
      io.err().write(text);
      io.err().flush();
    } catch (IOException e) {
      // Nobody watches.
    }
  }
}
