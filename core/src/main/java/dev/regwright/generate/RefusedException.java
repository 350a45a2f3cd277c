package dev.regwright.generate;

/** Ends the making of a configuration; becomes a {@link GenerateResult.Refused}. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final String remedy;

  RefusedException(String reason, String remedy) {
    super(reason + ": " + remedy, null, false, false);
    this.reason = reason;
    this.remedy = remedy;
  }

  GenerateResult.Refused result() {
    return new GenerateResult.Refused(reason, remedy);
  }
}
