package dev.regwright.preset;

import java.util.List;

/**
 * Docker proxy repositories of Nexus Repository (Sonatype help, "Docker Registry"): by path, which
 * Sonatype prefers, by port connector, by subdomain connector, or through the base path every
 * repository has.
 */
final class Nexus extends Preset {
  /** Sonatype's limit for port connectors. */
  private static final int MAX_CONNECTORS = 20;

  Nexus() {
    super(
        "nexus",
        "Nexus Repository",
        PresetOption.choice(
            "layout", "how repositories are told apart", "path", "port", "subdomain", "repository"),
        PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return switch (options.text("layout")) {
      case "port" -> new Layout.Ports(5000);
      case "subdomain" -> new Layout.Subdomain();
      case "repository" -> new Layout.BeforeApi("/repository/");
      default -> Layout.BehindApi.of(PlaceKind.NAME);
    };
  }

  /** A group repository has several upstreams. */
  @Override
  boolean joinsUpstreams() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.server(
            """
            For each upstream a repository of recipe docker (proxy), with the Docker index "Use
            Docker Hub" for Docker Hub and "Use proxy registry" for the others, and with
            %s:
            %s
            Activate the Docker Bearer Token Realm (Security, Realms).
            """
                .formatted(access(plan), plan.each(route -> repository(route, plan)))),
        Hint.credentials(
            """
            Either allow anonymous access and, in each repository, anonymous docker pulls; or give
            name and password of a user with the privilege to read the repositories, for
            %s.
            """
                .formatted(plan.hostNames())));
  }

  private static String access(Plan plan) {
    return switch (plan.options().text("layout")) {
      case "port" -> "the port connector below (%d at most)".formatted(MAX_CONNECTORS);
      case "subdomain" -> "the subdomain connector below";
      case "repository" -> "nothing else, since its base path is used";
      default -> "path based routing";
    };
  }

  private static String repository(Route route, Plan plan) {
    String label =
        switch (plan.options().text("layout")) {
          case "port" -> "port";
          case "subdomain" -> "subdomain";
          default -> "name";
        };
    return "%s %s, remote storage %s".formatted(label, route.place(), route.upstream().url());
  }

  @Override
  List<String> notes(Plan plan) {
    return switch (plan.options().text("layout")) {
      case "port" ->
          plan.routes().size() > MAX_CONNECTORS
              ? List.of("Nexus has %d port connectors at most.".formatted(MAX_CONNECTORS))
              : List.of();
      case "repository" ->
          List.of(
              "That pulls work through the base path follows from Sonatype's description of it;"
                  + " try one before you roll this out.");
      default -> List.of();
    };
  }
}
