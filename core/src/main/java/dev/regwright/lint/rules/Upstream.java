package dev.regwright.lint.rules;

import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.MirrorEntry;

/** Whether an endpoint is the registry it is a mirror of. */
final class Upstream {
  private Upstream() {}

  /**
   * Whether requests to the endpoint are those of the fallback. With TLS settings they are not:
   * containerd uses these for mirrors only.
   */
  static boolean is(Subject subject, MirrorEntry mirror, EndpointEntry endpoint) {
    EndpointUrl url = endpoint.parsed();
    String host = host(mirror.nameText());
    return url != null
        && url.scheme().equals("https")
        && Hosts.plain(url).equals(host)
        && BasePath.of(url, mirror.overridesPath(endpoint)).equals("/v2")
        && !subject.tlsNames().containsKey(url.host());
  }

  /** The host the fallback asks. */
  static String host(String registry) {
    return registry.equals(RegistryNames.HUB) ? RegistryNames.HUB_HOST : registry;
  }
}
