package dev.regwright.run;

/** What the process answers. It never depends on the report's format. */
public final class ExitCode {
  /** Nothing found, or nothing as severe as {@code --fail-on} asks for. */
  public static final int CLEAN = 0;

  /** Findings at or above the threshold. */
  public static final int FINDINGS = 1;

  /** A mistake on the command line; nothing was done. */
  public static final int USAGE = 2;

  /**
   * Some input could not be read, the report could not be written, or a failure of ours. Outranks
   * findings: a run that did not see everything must not be mistaken for one that did.
   */
  public static final int FAILURE = 3;

  private ExitCode() {}
}
