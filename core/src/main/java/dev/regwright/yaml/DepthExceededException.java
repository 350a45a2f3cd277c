package dev.regwright.yaml;

/** Leaves a document that is nested too deep to go on with. */
final class DepthExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int at;

  DepthExceededException(int at) {
    super("nested too deep", null, false, false);
    this.at = at;
  }

  int at() {
    return at;
  }
}
