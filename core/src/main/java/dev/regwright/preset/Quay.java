package dev.regwright.preset;

import java.util.List;

/**
 * Proxy cache organizations of Red Hat Quay and Project Quay (Quay documentation, "Quay as a cache
 * proxy for upstream registries"); one organization has one upstream.
 */
final class Quay extends Preset {
  Quay() {
    super("quay", "Quay", PresetOption.prefix("proxy-"));
  }

  @Override
  Layout layout(Options options) {
    return Layout.BehindApi.of(PlaceKind.NAME);
  }

  @Override
  List<Hint> hints(Plan plan) {
    String api = plan.host().url("/api/v1/organization/");
    return List.of(
        Hint.server(
            """
            Set FEATURE_PROXY_CACHE: true in Quay's config.yaml. For each upstream an organization
            with a proxy cache, TOKEN being an OAuth access token:
            %s
            A quota of the organization must be larger than the largest image, or pulls of it fail.
            """
                .formatted(plan.each(route -> commands(route, api)))),
        Hint.credentials(
            """
            Users without credentials get only what is cached already. Talos has one set of
            credentials for a host: give a user that may read all these organizations for %s.
            A robot account, which belongs to one organization, does for one.
            """
                .formatted(plan.hostNames())));
  }

  private static String commands(Route route, String api) {
    return """
        curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
          '%s' -d '{"name":"%s"}'
        curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
          '%s%s/proxycache' -d '{"org_name":"%s","upstream_registry":"%s"}'"""
        .formatted(api, route.place(), api, route.place(), route.place(), route.upstream().name());
  }
}
