package dev.regwright.preset;

import java.util.List;

/**
 * Remote repositories of Google Artifact Registry (Google Cloud documentation, "Create remote
 * repositories"): project and repository stand behind {@code /v2}; a repository has one upstream, a
 * virtual repository has several.
 */
final class Gar extends Preset {
  private static final String HOST_END = "-docker.pkg.dev";

  Gar() {
    super(
        "gar",
        "Google Artifact Registry",
        PresetOption.required("project", "the id of the Google Cloud project"),
        PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return new Layout.BehindApi(PlaceKind.NAME, options.text("project") + "/", "");
  }

  @Override
  void check(Host host) throws RefusedException {
    if (!host.name().endsWith(HOST_END) || host.port() != 0) {
      throw new RefusedException(
          "%s is not a host of Artifact Registry".formatted(host.authority()),
          "it looks like europe-west1-docker.pkg.dev");
    }
  }

  @Override
  boolean joinsUpstreams() {
    return true;
  }

  @Override
  boolean isPublicService() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.server(
            """
            For each upstream a remote repository:
            %s
            """
                .formatted(plan.each(route -> command(route, plan)))),
        Hint.credentials(
            """
            For %s: user _json_key with the whole JSON key of a service account that has
            the role Artifact Registry Reader. User oauth2accesstoken with "gcloud auth
            print-access-token" works too, but for an hour only.
            """
                .formatted(plan.hostNames())));
  }

  private static String command(Route route, Plan plan) {
    String upstream = route.upstream().isDockerHub() ? "DOCKER-HUB" : route.upstream().url();
    String host = plan.host().name();
    return """
        gcloud artifacts repositories create %s --project=%s --location=%s \\
          --repository-format=docker --mode=remote-repository --remote-docker-repo=%s"""
        .formatted(
            route.place(),
            plan.options().text("project"),
            host.substring(0, host.length() - HOST_END.length()),
            upstream);
  }
}
