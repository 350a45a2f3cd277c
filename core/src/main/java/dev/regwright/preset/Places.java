package dev.regwright.preset;

import dev.regwright.preset.UpstreamReader.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each upstream its place on the product. */
final class Places {
  private final Preset preset;
  private final Layout layout;
  private final Host host;
  private final Options options;

  Places(Preset preset, Layout layout, Host host, Options options) {
    this.preset = preset;
    this.layout = layout;
    this.host = host;
    this.options = options;
  }

  List<Route> routes(List<Wanted> wanted) throws RefusedException {
    if (layout instanceof Layout.Subdomain && host.isAddress()) {
      throw new RefusedException(
          "%s is an address, which has no subdomains".formatted(host.name()),
          "give the host by name, or choose another layout");
    }
    Set<String> given = new HashSet<>();
    for (Wanted one : wanted) {
      if (one.place() != null) {
        given.add(checked(one.upstream(), one.place()));
      }
    }
    int port = firstPort();
    List<Route> routes = new ArrayList<>();
    for (Wanted one : wanted) {
      String place = one.place();
      if (place == null && layout instanceof Layout.Ports) {
        while (given.contains(Integer.toString(port))) {
          port++;
        }
        place = Integer.toString(port++);
      } else if (place == null) {
        place = usualPlace(one.upstream());
      }
      String checked = checked(one.upstream(), place);
      routes.add(new Route(one.upstream(), checked, layout.endpoints(host, checked)));
    }
    return routes;
  }

  private int firstPort() {
    return layout instanceof Layout.Ports ports && host.port() == 0 ? ports.first() : host.port();
  }

  private String usualPlace(Upstream upstream) {
    if (layout.kind() == PlaceKind.NONE) {
      return "";
    }
    String prefix = options.get("prefix");
    String place = preset.usualPlace(upstream, options);
    return prefix == null ? place : prefix + place;
  }

  private String checked(Upstream upstream, String place) throws RefusedException {
    if (layout.kind() == PlaceKind.NONE && !place.isEmpty()) {
      throw new RefusedException(
          "%s keeps all registries in one place".formatted(preset.title()),
          "name %s without =".formatted(upstream.name()));
    }
    return layout.kind().check(upstream.name(), place);
  }
}
