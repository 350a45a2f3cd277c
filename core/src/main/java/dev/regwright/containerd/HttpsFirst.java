package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;

/** When containerd asks a plain HTTP host over HTTPS first. */
final class HttpsFirst {
  /** What it logs then. */
  static final String LOGGED =
      "host will try HTTPS first since it is configured for HTTP with a TLS configuration, consider"
          + " changing host to HTTPS or removing unused TLS configuration";

  private HttpsFirst() {}

  static boolean tlsConfigured(HostEntry host, Behaviour behaviour) {
    boolean timeout =
        host.dialTimeout() != null && !behaviour.has(ContainerdChange.DIAL_TIMEOUT_IS_NOT_TLS);
    return host.settings().tlsConfigured() || timeout;
  }

  static boolean applies(String scheme, String host, boolean tls, Behaviour behaviour) {
    if (!scheme.equals("http") || !tls || !behaviour.has(ContainerdChange.HTTPS_FIRST)) {
      return false;
    }
    if (!behaviour.has(ContainerdChange.HTTPS_FIRST_BY_PORT)) {
      return true;
    }
    String port = HostPort.of(host).port();
    return !port.equals("80")
        && (!port.isEmpty() || behaviour.has(ContainerdChange.HTTPS_FIRST_WITHOUT_PORT));
  }
}
