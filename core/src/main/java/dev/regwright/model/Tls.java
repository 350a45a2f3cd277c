package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/**
 * TLS settings for one endpoint host. All may be null; a host with empty settings is still a host
 * with settings.
 *
 * @param name the host and port of the endpoint
 * @param clientIdentity what to show the registry
 * @param ca whom to trust, PEM text; an empty text is null
 * @param insecureSkipVerify whether the registry's certificate is not checked; null when not said
 */
public record Tls(
    String name,
    @Nullable ClientIdentity clientIdentity,
    @Nullable String ca,
    @Nullable Boolean insecureSkipVerify) {
  /** Makes an empty text null. */
  public Tls {
    ca = Texts.orNull(ca);
  }

  /** Whether the registry's certificate is not checked. */
  public boolean skipsVerify() {
    return Boolean.TRUE.equals(insecureSkipVerify);
  }

  /** Shows no key, and of the CA only its length. */
  @Override
  public String toString() {
    return "Tls[name=%s, clientIdentity=%s, ca=%s, insecureSkipVerify=%s]"
        .formatted(
            name,
            clientIdentity,
            ca == null ? "-" : ca.length() + " characters",
            insecureSkipVerify);
  }
}
