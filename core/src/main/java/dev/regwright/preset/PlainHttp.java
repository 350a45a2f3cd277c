package dev.regwright.preset;

import java.util.List;

/**
 * A registry of one's own that has no TLS. Image references cannot say so: Talos and containerd
 * assume HTTPS unless a mirror of the registry's very name says otherwise (siderolabs/talos#13423).
 */
final class PlainHttp extends Preset {
  PlainHttp() {
    super("http", "a registry without TLS");
  }

  @Override
  Layout layout(Options options) {
    return Layout.Root.of();
  }

  @Override
  String scheme() {
    return "http";
  }

  @Override
  void check(Host host) throws RefusedException {
    if (!host.isPlainHttp()) {
      throw new RefusedException(
          "a registry that answers over HTTPS needs no mirror", "leave out https://");
    }
  }

  /** Falling back would be to HTTPS on the same port. */
  @Override
  boolean replacesUpstream() {
    return true;
  }

  @Override
  List<String> usualUpstreams(Host host) {
    return List.of(host.authority());
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.credentials(
            """
            If it asks for any, give them for %s. They travel unprotected.
            """
                .formatted(plan.hostNames())));
  }

  @Override
  List<String> notes(Plan plan) {
    return List.of(
        "This is for images named %s/…, port included; any other spelling goes to HTTPS."
            .formatted(plan.host().authority()));
  }
}
