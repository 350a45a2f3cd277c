package dev.regwright.preset;

/** Ends the making of a configuration; becomes a {@link PresetResult.Refused}. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final String remedy;

  RefusedException(String reason, String remedy) {
    super(reason + ": " + remedy, null, false, false);
    this.reason = reason;
    this.remedy = remedy;
  }

  PresetResult.Refused result() {
    return new PresetResult.Refused(reason, remedy);
  }
}
