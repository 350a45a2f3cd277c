package dev.regwright.talos;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import org.jspecify.annotations.Nullable;

/** What a Talos version hides when it shows a configuration ({@code RedactSecrets}). */
final class Redaction {
  static final Redaction NONE = new Redaction(null, false);

  private final @Nullable String marker;
  private final boolean complete;

  private Redaction(@Nullable String marker, boolean complete) {
    this.marker = marker;
    this.complete = complete;
  }

  /** Hides secrets behind {@code marker}, as that version does. */
  static Redaction of(TalosVersion version, String marker) {
    return new Redaction(marker, TalosChange.REDACTS_LEGACY_REGISTRIES.in(version));
  }

  Auth auth(Auth auth, boolean legacy) {
    if (marker == null || (legacy && !complete)) {
      return auth;
    }
    return new Auth(
        auth.name(),
        auth.username(),
        hidden(auth.password()),
        hidden(auth.auth()),
        hidden(auth.identityToken()));
  }

  /** Earlier versions took a CA in a document for a secret, and nothing in legacy settings. */
  Tls tls(Tls tls, boolean legacy) {
    if (marker == null || (legacy && !complete)) {
      return tls;
    }
    ClientIdentity identity = tls.clientIdentity();
    ClientIdentity shown =
        identity == null ? null : new ClientIdentity(identity.cert(), hidden(identity.key()));
    String ca = complete ? tls.ca() : hidden(tls.ca());
    return new Tls(tls.name(), shown, ca, tls.insecureSkipVerify());
  }

  private @Nullable String hidden(@Nullable String secret) {
    return secret == null ? null : marker;
  }
}
