package dev.regwright.preset;

import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.preset.PresetResult.Generated;
import dev.regwright.preset.UpstreamReader.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request on its way through a preset. */
final class Generation {
  private final Preset preset;
  private final PresetRequest request;
  private final List<String> notes = new ArrayList<>();

  Generation(Preset preset, PresetRequest request) {
    this.preset = preset;
    this.request = request;
  }

  PresetResult result() {
    try {
      return generate();
    } catch (RefusedException e) {
      return e.result();
    }
  }

  private Generated generate() throws RefusedException {
    Options options = Options.of(preset, request.options());
    Layout layout = preset.layout(options);
    Host host = host();
    checkFallback();
    Selection selection = new Selection(preset, request, host);
    List<Wanted> wanted = selection.wanted();
    notes.addAll(selection.notes());
    List<Route> routes = new Places(preset, layout, host, options).routes(wanted);
    checkShared(routes);
    Plan plan = new Plan(host, options, routes, request.talos());
    notes.addAll(preset.notes(plan));
    List<Hint> hints = new ArrayList<>(preset.hints(plan));
    hints.add(tls(plan));
    return new Generated(mirrors(routes), plan.hosts(), hints, notes);
  }

  private Host host() throws RefusedException {
    String given = request.host() == null ? preset.ownHost() : request.host();
    if (given == null) {
      throw new RefusedException(
          "the preset %s needs a host".formatted(preset.id()),
          "say where nodes reach it, as [http://|https://]host[:port]");
    }
    Host host = Host.parse(given, preset.scheme());
    if (host.isPlainHttp() && preset.isPublicService()) {
      throw new RefusedException(
          "%s answers over HTTPS only".formatted(preset.title()), "leave out http://");
    }
    preset.check(host);
    return host;
  }

  private void checkFallback() throws RefusedException {
    String reason = preset.needsFallback();
    if (request.skipFallback() && reason != null) {
      throw new RefusedException(reason, "leave the fallback to the registries on");
    }
  }

  /** Two registries with one endpoint: whoever names an image first there wins for both. */
  private void checkShared(List<Route> routes) throws RefusedException {
    if (preset.servesEveryRegistry()) {
      return;
    }
    Map<List<Endpoint>, List<String>> names = new LinkedHashMap<>();
    for (Route route : routes) {
      names.computeIfAbsent(route.endpoints(), e -> new ArrayList<>()).add(route.upstream().name());
    }
    for (Map.Entry<List<Endpoint>, List<String>> place : names.entrySet()) {
      if (place.getValue().size() > 1) {
        checkShared(place.getKey().get(0).url(), place.getValue());
      }
    }
  }

  private void checkShared(String url, List<String> names) throws RefusedException {
    String all = String.join(", ", names);
    if (!preset.joinsUpstreams()) {
      throw new RefusedException(
          "%s would all be asked for at %s, which mirrors one registry".formatted(all, url),
          "give each a place of its own, as in %s=PLACE".formatted(names.get(1)));
    }
    notes.add(
        "%s share %s: where two have an image of one name, nodes may get the wrong one."
            .formatted(all, url));
  }

  private List<Mirror> mirrors(List<Route> routes) {
    boolean skips = request.skipFallback() || preset.replacesUpstream();
    Boolean skip = skips ? Boolean.TRUE : null;
    return routes.stream()
        .map(route -> new Mirror(route.upstream().name(), route.endpoints(), skip))
        .toList();
  }

  private Hint tls(Plan plan) {
    if (plan.host().isPlainHttp()) {
      return Hint.tls(
          """
          Plain HTTP: give no TLS settings, or Talos refuses to pull its own images from there.
          Whoever is on the network between can read and change what is pulled.
          """);
    }
    if (preset.isPublicService()) {
      return Hint.tls("None needed: its certificates are of a public authority.");
    }
    return Hint.tls(
        """
        Only if the certificate is of a private authority: give its CA for %s.
        Pods' pulls trust it beside the system's authorities, Talos's own pulls instead of them. If
        the server sends blobs from another host, put that host's authority into the same file, or
        make the CA a TrustedRootsConfig, which both trust beside the others.
        """
            .formatted(plan.hostNames()));
  }
}
