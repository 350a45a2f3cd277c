package dev.regwright.pki;

/**
 * What Go's parser would say about bad input, used to leave nested parsing early. It never leaves
 * this package, has no stack trace, and its message is the complete Go error text.
 */
final class GoError extends Exception {
  private static final long serialVersionUID = 1L;

  GoError(String text) {
    super(text, null, false, false);
  }

  /** Go's error text. */
  String text() {
    return String.valueOf(getMessage());
  }
}
