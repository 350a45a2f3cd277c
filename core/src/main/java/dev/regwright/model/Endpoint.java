package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/**
 * One URL a registry's images may be pulled from.
 *
 * @param url the URL as Talos uses it; it may be one that does not parse. Secret where it holds
 *     credentials.
 * @param overridePath whether the URL's path is used as it is; null when not said, which means no
 */
public record Endpoint(String url, @Nullable Boolean overridePath) {

  /** An endpoint that says nothing about its path. */
  public static Endpoint of(String url) {
    return new Endpoint(url, null);
  }

  /** Whether the URL's path is used as it is. */
  public boolean overridesPath() {
    return Boolean.TRUE.equals(overridePath);
  }

  /** Shows the URL without its credentials. */
  @Override
  public String toString() {
    return Secrets.withoutUserInfo(url) + (overridesPath() ? " (overridePath)" : "");
  }
}
