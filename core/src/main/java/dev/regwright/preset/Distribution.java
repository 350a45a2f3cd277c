package dev.regwright.preset;

import java.util.List;

/**
 * The registry of CNCF Distribution as a pull-through cache. It answers at the root of a host and
 * mirrors one registry (Distribution documentation, "Registry as a pull through cache"); hence one
 * instance and port for each upstream, as in the Talos guide "Pull Through Image Cache".
 */
final class Distribution extends Preset {
  private static final int CONTAINER_PORT = 5000;

  Distribution() {
    super("distribution", "Distribution (registry:3)");
  }

  @Override
  Layout layout(Options options) {
    return new Layout.Ports(CONTAINER_PORT);
  }

  /** The image serves plain HTTP unless it is given a certificate. */
  @Override
  String scheme() {
    return "http";
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.server(
            """
            One registry for each upstream:
            %s
            %s
            """
                .formatted(plan.each(Distribution::command), certificate(plan))),
        Hint.credentials(
            """
            None, unless the registries ask for them (REGISTRY_AUTH…); then give them for
            %s.
            For private images or higher limits of an upstream, set REGISTRY_PROXY_USERNAME and
            REGISTRY_PROXY_PASSWORD on its registry: everybody who reaches the cache can then pull
            what that user can.
            """
                .formatted(plan.hostNames())));
  }

  private static String command(Route route) {
    String name = "registry-" + route.upstream().dotted();
    return """
        docker run -d --restart always --name %s -p %s:%d -v %s:/var/lib/registry \\
          -e REGISTRY_PROXY_REMOTEURL=%s -e REGISTRY_STORAGE_DELETE_ENABLED=true registry:3"""
        .formatted(name, route.place(), CONTAINER_PORT, name, route.upstream().url());
  }

  private static String certificate(Plan plan) {
    return plan.host().isPlainHttp()
        ? "They take no pushes."
        : """
          They take no pushes. For HTTPS set REGISTRY_HTTP_TLS_CERTIFICATE and REGISTRY_HTTP_TLS_KEY
          on each, or put a reverse proxy in front of them."""
            .strip();
  }
}
