package dev.regwright.preset;

import java.util.List;

/**
 * Proxy cache projects of Harbor. The project stands behind {@code /v2} (Talos guide "Pull Through
 * Image Cache", siderolabs/talos#5195); without {@code /v2} the web interface answers with HTML.
 * One project has one upstream (Harbor documentation, "Configure Proxy Cache").
 */
final class Harbor extends Preset {
  Harbor() {
    super("harbor", "Harbor", PresetOption.prefix("proxy-"));
  }

  @Override
  Layout layout(Options options) {
    return Layout.BehindApi.of(PlaceKind.NAME);
  }

  /** The Talos guide names its projects proxy-docker.io and so on. */
  @Override
  String usualPlace(Upstream upstream, Options options) {
    return upstream.dotted();
  }

  @Override
  List<Hint> hints(Plan plan) {
    String api = plan.host().url("/api/v2.0");
    return List.of(
        Hint.server(
            """
            Each upstream needs a registry endpoint (Registries, New Endpoint) and a project of type
            proxy cache on it (Projects, New Project, Proxy Cache). The same through the API, as an
            administrator, where ID is the id that GET %s/registries shows:
            %s
            A new proxy cache project forgets images after 7 days; see its tag retention policy.
            """
                .formatted(api, plan.each(route -> commands(route, api)))),
        Hint.credentials(
            """
            Public projects need none. Otherwise create a system robot account that may pull from
            these projects, and give its name and secret for %s. The name holds a
            dollar sign, as in robot$talos: quote it in shells, and keep envsubst away from it.
            """
                .formatted(plan.hostNames())));
  }

  private static String commands(Route route, String api) {
    String name = route.upstream().dotted();
    Adapter adapter = Adapter.of(route.upstream());
    return """
        curl -u "$ADMIN" -H 'Content-Type: application/json' '%s/registries' \\
          -d '{"name":"%s","type":"%s","url":"%s"}'
        curl -u "$ADMIN" -H 'Content-Type: application/json' '%s/projects' \\
          -d '{"project_name":"%s","registry_id":ID,"metadata":{"public":"true"}}'"""
        .formatted(api, name, adapter.type(), adapter.url(), api, route.place());
  }

  /** The kind of registry Harbor takes an upstream for. */
  private record Adapter(String type, String url) {
    static Adapter of(Upstream upstream) {
      return switch (upstream.name()) {
        case "docker.io" -> new Adapter("docker-hub", "https://hub.docker.com");
        case "ghcr.io" -> new Adapter("github-ghcr", upstream.url());
        case "quay.io" -> new Adapter("quay", upstream.url());
        default -> new Adapter("docker-registry", upstream.url());
      };
    }
  }
}
