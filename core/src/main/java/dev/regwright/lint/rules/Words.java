package dev.regwright.lint.rules;

import dev.regwright.model.EndpointUrl;
import org.jspecify.annotations.Nullable;

/** What only rules about Talos and containerd say. */
final class Words {
  /** The puller that is not containerd's CRI plugin. */
  static final String TALOS = "Talos's own pulls (installer, kubelet, etcd)";

  private Words() {}

  /** A URL on the host of an endpoint, without user name, password and query. */
  static String url(EndpointUrl endpoint, String path) {
    return new EndpointUrl(
            endpoint.scheme(), null, endpoint.host(), path, "", "", false, "", "", "", false)
        .goString();
  }

  /** What a program prints of a host, or null when the name is none and may hold anything. */
  static @Nullable String ofHost(String before, String host, String after) {
    return RegistryNames.isHostName(host) ? before + '"' + host + '"' + after : null;
  }
}
