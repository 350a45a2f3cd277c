package dev.regwright.containerd;

/**
 * A value from a file and where it stands.
 *
 * @param value the value
 * @param at the range of the text it was written in
 */
public record Setting<T>(T value, TextRange at) {
  /** Shows no value: it may be a secret. */
  @Override
  public String toString() {
    return "setting at " + at.start();
  }
}
