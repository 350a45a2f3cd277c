package dev.regwright.preset;

import java.util.List;

/**
 * Docker remote repositories of JFrog Artifactory (JFrog help, "Docker Remote Repositories" and
 * "Get Started with Docker in Artifactory"): by repository path, through the API's path, by
 * subdomain or by port.
 */
final class Artifactory extends Preset {
  Artifactory() {
    super(
        "artifactory",
        "Artifactory",
        PresetOption.choice(
            "layout", "how repositories are told apart", "path", "api", "subdomain", "port"),
        PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return switch (options.text("layout")) {
      case "api" -> new Layout.BeforeApi("/artifactory/api/docker/");
      case "subdomain" -> new Layout.Subdomain();
      case "port" -> new Layout.Ports(5000);
      default -> Layout.BehindApi.of(PlaceKind.NAME);
    };
  }

  /** A virtual repository has several upstreams. */
  @Override
  boolean joinsUpstreams() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    boolean byPort = plan.options().text("layout").equals("port");
    return List.of(
        Hint.server(
            """
            For each upstream a remote repository of type Docker, with token authentication on, as
            Docker Hub asks for it%s:
            %s
            A virtual repository in front of them does as well.
            """
                .formatted(
                    byPort ? "; the reverse proxy leads the port to it" : "",
                    plan.each(route -> repository(route, byPort, plan.host())))),
        Hint.credentials(
            """
            Either allow anonymous access to the repositories, or give a user and an identity token
            (not the password) for %s.
            """
                .formatted(plan.hostNames())));
  }

  private static String repository(Route route, boolean byPort, Host host) {
    String key = byPort ? route.upstream().dashed() : route.place();
    return """
        %scurl -u "$ADMIN" -X PUT -H 'Content-Type: application/json' \\
          '%s' \\
          -d '{"rclass":"remote","packageType":"docker","url":"%s",\
        "enableTokenAuthentication":true}'
        """
        .formatted(
            byPort ? "# port " + route.place() + "\n" : "",
            host.url("/artifactory/api/repositories/" + key),
            route.upstream().url());
  }

  @Override
  List<String> notes(Plan plan) {
    return plan.options().text("layout").equals("api")
        ? List.of(
            "That pulls work through the API's path follows from how Talos and containerd append"
                + " /v2 to it; try one before you roll this out.")
        : List.of();
  }
}
