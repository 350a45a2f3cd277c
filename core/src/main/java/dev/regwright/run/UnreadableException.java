package dev.regwright.run;

/** An input that cannot be read; the message says why and what to do, and begins with its name. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /** What cannot be read, and why. */
  public UnreadableException(String name, String problem) {
    super(name + ": " + problem);
    this.problem = name + ": " + problem;
  }

  /** One line. */
  public String problem() {
    return problem;
  }
}
