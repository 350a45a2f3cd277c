package dev.regwright.preset;

import java.util.List;

/**
 * Pull-through distributions of Pulp (pulp_container documentation, "Configure Pull-Through
 * Caching"); a distribution has one remote. A technology preview.
 */
final class Pulp extends Preset {
  Pulp() {
    super("pulp", "Pulp", PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return Layout.BehindApi.of(PlaceKind.PATH);
  }

  @Override
  List<Hint> hints(Plan plan) {
    String api = plan.host().url("/pulp/api/v3");
    return List.of(
        Hint.server(
            """
            For each upstream a pull-through remote and a distribution of it, HREF being the
            pulp_href that the first command answers with:
            %s
            """
                .formatted(plan.each(route -> commands(route, api)))),
        Hint.credentials(
            """
            Users without credentials get only what is cached already. Give a user with the
            permission container.pull_new_containerdistribution for %s.
            """
                .formatted(plan.hostNames())));
  }

  private static String commands(Route route, String api) {
    String name = route.upstream().dashed();
    return """
        curl -u "$ADMIN" '%s/remotes/container/pull-through/' \\
          -d name=%s -d url=%s
        curl -u "$ADMIN" '%s/distributions/container/pull-through/' \\
          -d name=%s -d remote=HREF -d base_path=%s
        """
        .formatted(api, name, route.upstream().url(), api, name, route.place());
  }

  @Override
  List<String> notes(Plan plan) {
    return List.of("Pulp calls pull-through caching a technology preview, which may still change.");
  }
}
