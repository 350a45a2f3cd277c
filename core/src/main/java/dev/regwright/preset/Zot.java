package dev.regwright.preset;

import java.util.List;

/**
 * Zot with on-demand sync. Its {@code destination} is where images land locally, so that requests
 * have it behind {@code /v2} (Zot documentation, "OCI Registry Mirroring With zot" and "containerd
 * and zot"); {@code prefix} is about the path on the upstream and must not repeat it
 * (project-zot/zot#3423). The {@code ns} parameter is ignored.
 */
final class Zot extends Preset {
  private static final String ROOT = "root";

  Zot() {
    super(
        "zot",
        "Zot",
        PresetOption.choice(
            "layout", "whether each upstream has a destination of its own", "destination", ROOT),
        PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return hasDestinations(options) ? Layout.BehindApi.of(PlaceKind.PATH) : Layout.Root.of();
  }

  @Override
  String usualPlace(Upstream upstream, Options options) {
    return upstream.dotted();
  }

  /** Without destinations Zot asks one upstream after the other. */
  @Override
  boolean joinsUpstreams() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.server(
            """
            In Zot's configuration, beside what is there:
              "http": {"compat": ["docker2s2"]},
              "extensions": {"sync": {"enable": true, "registries": [
            %s
              ]}}
            Without compat and preserveDigest, Zot turns Docker manifests into OCI ones, which have
            other digests: images pulled by digest are not found then. They need Zot 2.1.3.
            """
                .formatted(registries(plan))),
        Hint.credentials(
            """
            Give them for %s, unless Zot's accessControl lets anonymous users read
            these repositories. Credentials for the upstreams belong into Zot's credentialsFile.
            """
                .formatted(plan.hostNames())));
  }

  private static String registries(Plan plan) {
    return plan.each(route -> registry(route, plan.options())).replace("\n", ",\n");
  }

  private static String registry(Route route, Options options) {
    String destination =
        hasDestinations(options) ? ", \"destination\": \"/%s\"".formatted(route.place()) : "";
    return ("{\"urls\": [\"%s\"], \"onDemand\": true, \"tlsVerify\": true,"
            + " \"preserveDigest\": true, \"content\": [{\"prefix\": \"**\"%s}]}")
        .formatted(route.upstream().url(), destination);
  }

  private static boolean hasDestinations(Options options) {
    return !options.text("layout").equals(ROOT);
  }
}
