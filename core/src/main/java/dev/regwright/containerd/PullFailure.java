package dev.regwright.containerd;

/**
 * Why every pull of a registry fails, used to leave its resolution. It never leaves this package
 * and has no stack trace.
 */
final class PullFailure extends Exception {
  private static final long serialVersionUID = 1L;

  PullFailure(String text) {
    super(text, null, false, false);
  }

  /** The text containerd returns. */
  String text() {
    return String.valueOf(getMessage());
  }
}
