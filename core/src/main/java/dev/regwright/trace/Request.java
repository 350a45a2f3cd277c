package dev.regwright.trace;

/**
 * One request for an image's manifest.
 *
 * @param url the whole URL
 * @param hop the host it goes to, and why
 * @param manifest whether the host is asked for the manifest; if not, it is only asked for what the
 *     manifest of another host names
 */
public record Request(String url, Hop hop, boolean manifest) {
  /** Whether the request can be sent and is. */
  public boolean isSent() {
    return manifest && hop.unsent() == null;
  }

  @Override
  public String toString() {
    return url;
  }
}
