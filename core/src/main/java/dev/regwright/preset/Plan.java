package dev.regwright.preset;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What will be generated, for the texts that go with it. */
record Plan(Host host, Options options, List<Route> routes, TalosVersion talos) {
  Plan {
    routes = List.copyOf(routes);
  }

  /** Host and port of each endpoint. */
  List<String> hosts() {
    return routes.stream()
        .flatMap(route -> route.endpoints().stream())
        .flatMap(Plan::authority)
        .distinct()
        .toList();
  }

  private static Stream<String> authority(Endpoint endpoint) {
    return EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26) instanceof UrlParse.Ok ok
        ? Stream.of(ok.url().authority())
        : Stream.empty();
  }

  /** {@link #hosts} in a sentence, which shows what they look like if they are many. */
  String hostNames() {
    List<String> hosts = hosts();
    return hosts.size() < 3
        ? String.join(" and ", hosts)
        : "each of %s, %s, …".formatted(hosts.get(0), hosts.get(1));
  }

  /** A text for each upstream, on indented lines of its own. */
  String each(Function<Route, String> text) {
    return routes.stream()
        .flatMap(route -> text.apply(route).lines())
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n"));
  }
}
