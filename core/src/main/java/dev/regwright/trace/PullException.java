package dev.regwright.trace;

/** Why every pull of a registry fails; never leaves this package and has no stack trace. */
final class PullException extends Exception {
  private static final long serialVersionUID = 1L;

  PullException(String text) {
    super(text, null, false, false);
  }

  /** What the puller says. */
  String text() {
    return String.valueOf(getMessage());
  }
}
