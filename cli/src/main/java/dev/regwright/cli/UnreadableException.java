package dev.regwright.cli;

/** An input that cannot be read; the message says why and what to do, and begins with its name. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  UnreadableException(String name, String problem) {
    super(name + ": " + problem);
    this.problem = name + ": " + problem;
  }

  String problem() {
    return problem;
  }
}
