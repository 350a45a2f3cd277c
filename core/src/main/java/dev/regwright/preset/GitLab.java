package dev.regwright.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dependency proxy for container images of a GitLab group (GitLab documentation, "Dependency
 * proxy for container images"). It is on GitLab's own host, not on its container registry's, and
 * mirrors Docker Hub only.
 */
final class GitLab extends Preset {
  GitLab() {
    super(
        "gitlab",
        "GitLab's dependency proxy",
        PresetOption.required("group", "the path of the group, as in company/platform"));
  }

  @Override
  Layout layout(Options options) {
    return new Layout.BehindApi(PlaceKind.PATH, "", "/dependency_proxy/containers");
  }

  @Override
  String usualPlace(Upstream upstream, Options options) {
    return options.text("group");
  }

  @Override
  List<String> usualUpstreams(Host host) {
    return List.of(Upstream.DOCKER_HUB.name());
  }

  @Override
  void check(Host host) throws RefusedException {
    if (host.name().equals("registry.gitlab.com")) {
      throw new RefusedException(
          "the dependency proxy is not on the host of the container registry", "use gitlab.com");
    }
  }

  @Override
  @Nullable String cannotServe(Upstream upstream) {
    return upstream.isDockerHub() ? null : "GitLab's dependency proxy mirrors Docker Hub only";
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.server(
            """
            Turn on the dependency proxy (Settings, Packages and registries) of the group
            %s
            """
                .formatted(plan.each(Route::place))),
        Hint.credentials(
            """
            They are always needed. Create a deploy token of the group (a project's does not do)
            with the scopes read_registry and write_registry, and give its name and token for
            %s.
            """
                .formatted(plan.hostNames())));
  }
}
