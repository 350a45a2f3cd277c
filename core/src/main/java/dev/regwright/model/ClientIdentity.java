package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/**
 * A client certificate and its key. Empty texts are null; a half that is missing is an error Talos
 * reports when it validates.
 *
 * @param cert the certificate, PEM text
 * @param key the private key, PEM text
 */
public record ClientIdentity(@Nullable String cert, @Nullable String key) {
  /** Makes empty texts null. */
  public ClientIdentity {
    cert = Texts.orNull(cert);
    key = Texts.orNull(key);
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "ClientIdentity[cert=%s, key=%s]"
        .formatted(cert == null ? "-" : cert.length() + " characters", Secrets.masked(key));
  }
}
