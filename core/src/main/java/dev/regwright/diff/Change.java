package dev.regwright.diff;

/** What becomes of a request. */
public enum Change {
  /** It is sent as before, in the same place among those that stay. */
  STAYS("stays"),
  /** It is sent only now. */
  APPEARS("appears"),
  /** It is no longer sent. */
  VANISHES("vanishes"),
  /** It is sent to the same host and path in another way or order. */
  CHANGES("changes");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
