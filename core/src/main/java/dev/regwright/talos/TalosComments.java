package dev.regwright.talos;

/**
 * Which comments Talos's encoder writes, as {@code --with-docs} and {@code --with-examples} ask.
 */
public enum TalosComments {
  /** None. */
  NONE,
  /** What each field is for. */
  DOCS,
  /** Examples of fields that are not set. */
  EXAMPLES,
  /** Both. */
  ALL;

  boolean docs() {
    return this == DOCS || this == ALL;
  }

  boolean examples() {
    return this == EXAMPLES || this == ALL;
  }
}
