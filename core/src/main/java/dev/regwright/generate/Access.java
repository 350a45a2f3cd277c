package dev.regwright.generate;

import org.jspecify.annotations.Nullable;

/**
 * How nodes log in, and whom they trust. Everything may be null; nothing is shown.
 *
 * @param host the only host it is for; null for the hosts of all endpoints
 * @param auth user name and password in base64
 * @param skipVerify whether certificates are not checked
 */
public record Access(
    @Nullable String host,
    @Nullable String username,
    @Nullable String password,
    @Nullable String auth,
    @Nullable String identityToken,
    @Nullable PemText ca,
    @Nullable PemText certificate,
    @Nullable PemText key,
    boolean skipVerify) {
  /** Neither credentials nor TLS settings. */
  public static final Access NONE =
      new Access(null, null, null, null, null, null, null, null, false);

  /**
   * A PEM file's text.
   *
   * @param name what messages call it
   * @param text may be secret
   */
  public record PemText(String name, String text) {
    /** Shows the name only. */
    @Override
    public String toString() {
      return name;
    }
  }

  boolean hasCredentials() {
    return username != null || password != null || auth != null || identityToken != null;
  }

  boolean hasTls() {
    return ca != null || certificate != null || key != null || skipVerify;
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return (hasCredentials() ? "credentials" : "no credentials")
        + (hasTls() ? ", TLS settings" : ", no TLS settings");
  }
}
