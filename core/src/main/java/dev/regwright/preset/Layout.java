package dev.regwright.preset;

import dev.regwright.model.Endpoint;
import java.util.List;

/**
 * How a product tells its upstreams apart in a URL. Talos and containerd append {@code /v2} to an
 * endpoint's path unless it ends so or overridePath is set; with it, they use the path as it is.
 */
sealed interface Layout {

  /** What an upstream's place is made of. */
  PlaceKind kind();

  /** The endpoints of an upstream, in the order to try them. */
  List<Endpoint> endpoints(Host host, String place);

  /**
   * In the namespace of the images, behind {@code /v2/}. This is what needs overridePath: without
   * it, requests go to {@code /v2/project/v2/…}.
   *
   * @param before what stands between {@code /v2/} and the place; empty or ending in a slash
   * @param after what stands behind the place; empty or beginning with a slash
   */
  record BehindApi(PlaceKind kind, String before, String after) implements Layout {
    static BehindApi of(PlaceKind kind) {
      return new BehindApi(kind, "", "");
    }

    @Override
    public List<Endpoint> endpoints(Host host, String place) {
      return List.of(new Endpoint(host.url("/v2/" + before + place + after), true));
    }
  }

  /**
   * In a path in front of {@code /v2}, which the pullers append.
   *
   * @param before what stands in front of the place, from slash to slash
   */
  record BeforeApi(String before) implements Layout {
    @Override
    public PlaceKind kind() {
      return PlaceKind.NAME;
    }

    @Override
    public List<Endpoint> endpoints(Host host, String place) {
      return List.of(Endpoint.of(host.url(before + place)));
    }
  }

  /** By a host name for each upstream. */
  record Subdomain() implements Layout {
    @Override
    public PlaceKind kind() {
      return PlaceKind.LABEL;
    }

    @Override
    public List<Endpoint> endpoints(Host host, String place) {
      return List.of(Endpoint.of(host.subdomain(place).url("")));
    }
  }

  /**
   * By a port for each upstream.
   *
   * @param first the port of the first upstream, unless the host has one
   */
  record Ports(int first) implements Layout {
    @Override
    public PlaceKind kind() {
      return PlaceKind.PORT;
    }

    @Override
    public List<Endpoint> endpoints(Host host, String place) {
      return List.of(Endpoint.of(host.withPort(Integer.parseInt(place)).url("")));
    }
  }

  /**
   * Not at all.
   *
   * @param ports those the product answers on, unless the host has one; empty for the scheme's own
   */
  record Root(List<Integer> ports) implements Layout {
    static Root of(Integer... ports) {
      return new Root(List.of(ports));
    }

    @Override
    public PlaceKind kind() {
      return PlaceKind.NONE;
    }

    @Override
    public List<Endpoint> endpoints(Host host, String place) {
      return host.port() != 0 || ports.isEmpty()
          ? List.of(Endpoint.of(host.url("")))
          : ports.stream().map(port -> Endpoint.of(host.withPort(port).url(""))).toList();
    }
  }
}
