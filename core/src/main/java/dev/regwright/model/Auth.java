package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/**
 * Credentials for one endpoint host. Empty texts are null, as Talos does not tell them apart; all
 * may be null.
 *
 * @param name the host and port of the endpoint
 * @param auth user name and password in base64
 */
public record Auth(
    String name,
    @Nullable String username,
    @Nullable String password,
    @Nullable String auth,
    @Nullable String identityToken) {
  /** Makes empty texts null. */
  public Auth {
    username = Texts.orNull(username);
    password = Texts.orNull(password);
    auth = Texts.orNull(auth);
    identityToken = Texts.orNull(identityToken);
  }

  /** Whether there are no credentials at all. */
  public boolean isEmpty() {
    return username == null && password == null && auth == null && identityToken == null;
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Auth[name=%s, username=%s, password=%s, auth=%s, identityToken=%s]"
        .formatted(
            name,
            username,
            Secrets.masked(password),
            Secrets.masked(auth),
            Secrets.masked(identityToken));
  }
}
