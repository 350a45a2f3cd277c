package dev.regwright.generate;

/**
 * An endpoint asked for by hand.
 *
 * @param name the registry, as in image references, or {@code *}
 * @param url where its images are pulled from; may be nonsense
 */
public record MirrorWish(String name, String url) {
  /** Shows no URL: somebody may have put a password into it. */
  @Override
  public String toString() {
    return name;
  }
}
