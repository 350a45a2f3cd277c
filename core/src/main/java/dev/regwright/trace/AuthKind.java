package dev.regwright.trace;

import java.util.Locale;

/** How a puller logs in. */
public enum AuthKind {
  /** With a user name and a password. */
  BASIC,
  /** With a token. */
  TOKEN,
  /** Not at all. */
  NONE;

  /** The word in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
