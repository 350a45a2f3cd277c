package dev.regwright.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Repositories of Cloudsmith with Docker upstreams (Cloudsmith documentation, "Docker Registry" and
 * "Upstream Proxying and Caching"): owner and repository stand behind {@code /v2}. A repository may
 * have several upstreams, which it asks in order.
 */
final class Cloudsmith extends Preset {
  Cloudsmith() {
    super(
        "cloudsmith",
        "Cloudsmith",
        PresetOption.required("owner", "the organization or user that has the repositories"),
        PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return new Layout.BehindApi(PlaceKind.NAME, options.text("owner") + "/", "");
  }

  @Override
  @Nullable String ownHost() {
    return "docker.cloudsmith.io";
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
            For each upstream a repository with one Docker upstream (Upstreams, Add Upstream), mode
            "Cache and Proxy":
            %s
            """
                .formatted(plan.each(Cloudsmith::repository))),
        Hint.credentials(
            """
            Public repositories need none. Otherwise give a service account that may read all these
            repositories and its API key for %s; Talos has one set of credentials for a
            host. For one repository, user token with an entitlement token of it does.
            """
                .formatted(plan.hostNames())));
  }

  private static String repository(Route route) {
    return "repository %s, upstream %s".formatted(route.place(), route.upstream().url());
  }
}
