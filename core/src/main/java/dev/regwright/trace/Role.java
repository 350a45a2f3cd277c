package dev.regwright.trace;

/** What a host is to the registry it is asked for. */
public enum Role {
  /** It stands in for the registry. */
  MIRROR,
  /** It is the registry. */
  UPSTREAM;

  /** The word in reports. */
  public String label() {
    return this == MIRROR ? "mirror" : "upstream";
  }
}
