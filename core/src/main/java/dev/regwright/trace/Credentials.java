package dev.regwright.trace;

import dev.regwright.model.Auth;
import dev.regwright.model.ImageReference;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.pki.GoBase64;
import dev.regwright.source.Span;
import org.jspecify.annotations.Nullable;

/** Which credentials of a configuration each puller uses for a host, and whether it can. */
final class Credentials {
  private final RegistryConfig config;
  private final Sources sources;
  private final boolean hubRewritten;

  Credentials(RegistryConfig config, Sources sources, TalosVersion version) {
    this.config = config;
    this.sources = sources;
    this.hubRewritten = TalosChange.HUB_CREDENTIALS_FOR_PODS.in(version);
  }

  /** machined looks them up by the URL's host ({@code image/resolver.go}, {@code PrepareAuth}). */
  AuthUse machined(String host) {
    Auth auth = config.auth(host);
    if (auth == null) {
      return AuthUse.NONE;
    }
    Span from = sources.auth(host);
    String name = Texts.quote(host);
    if (auth.username() == null && auth.identityToken() == null && auth.auth() == null) {
      return new AuthUse(AuthKind.NONE, from, "invalid auth config for " + name, Sealed.NOTHING);
    }
    return use(auth, from, "error parsing auth for " + name, "invalid decoded auth for " + name);
  }

  /**
   * containerd finds those that Talos wrote into the CRI part, where Docker Hub's stand under the
   * host it asks ({@code cri/containerd/containerd.go}; {@code ParseAuth} of {@code
   * image_pull.go}).
   */
  AuthUse cri(String host) {
    String name = host;
    if (hubRewritten && host.equals(ImageReference.HUB)) {
      return AuthUse.NONE;
    }
    if (hubRewritten && host.equals(ImageReference.HUB_HOST) && config.auth(host) == null) {
      name = ImageReference.HUB;
    }
    Auth auth = config.auth(name);
    return auth == null ? AuthUse.NONE : ofCri(auth, sources.auth(name));
  }

  /** What containerd makes of credentials. */
  static AuthUse ofCri(Auth auth, @Nullable Span from) {
    return use(auth, from, "", "invalid decoded auth");
  }

  private static AuthUse use(Auth auth, @Nullable Span from, String parsing, String decoding) {
    if (auth.username() != null) {
      return new AuthUse(AuthKind.BASIC, from, null, Sealed.of(auth));
    }
    if (auth.identityToken() != null) {
      return new AuthUse(AuthKind.TOKEN, from, null, Sealed.of(auth));
    }
    if (auth.auth() == null) {
      return new AuthUse(AuthKind.NONE, from, null, Sealed.NOTHING);
    }
    GoBase64.Result result = GoBase64.decode(auth.auth());
    if (result instanceof GoBase64.Corrupt corrupt) {
      String prefix = parsing.isEmpty() ? "" : parsing + ": ";
      return new AuthUse(AuthKind.NONE, from, prefix + corrupt.text(), Sealed.NOTHING);
    }
    byte[] bytes = ((GoBase64.Decoded) result).bytes().toByteArray();
    for (byte b : bytes) {
      if (b == ':') {
        return new AuthUse(AuthKind.BASIC, from, null, Sealed.of(auth));
      }
    }
    return new AuthUse(AuthKind.NONE, from, decoding, Sealed.NOTHING);
  }
}
