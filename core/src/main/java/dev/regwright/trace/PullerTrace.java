package dev.regwright.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one puller does for one image.
 *
 * @param requests for the manifest, in the order sent, the next one only when the one before did
 *     not help; none when the pull fails before
 * @param error why the pull fails before any request, as the puller says it, or null
 * @param hostsDir the directory of hosts.toml it was decided by, or null
 * @param notes what else there is to know about the puller
 */
public record PullerTrace(
    List<Request> requests, @Nullable String error, @Nullable String hostsDir, List<String> notes) {
  /** The error when nobody may be asked ({@code core/remotes/docker/resolver.go}). */
  static final String NO_HOSTS = "no resolve hosts: not found";

  /** Copies the lists. */
  public PullerTrace {
    requests = List.copyOf(requests);
    notes = List.copyOf(notes);
  }

  static PullerTrace failing(String error) {
    return new PullerTrace(List.of(), error, null, List.of());
  }

  static PullerTrace of(Route route, Target target) {
    if (route.error() != null) {
      return new PullerTrace(List.of(), route.error(), route.hostsDir(), route.notes());
    }
    List<Request> requests = new ArrayList<>(route.hops().size());
    boolean any = false;
    for (Hop hop : route.hops()) {
      boolean manifest = hop.resolves(target.tag());
      any |= manifest;
      requests.add(new Request(target.url(hop), hop, manifest));
    }
    return any
        ? new PullerTrace(requests, null, route.hostsDir(), route.notes())
        : new PullerTrace(List.of(), NO_HOSTS, route.hostsDir(), route.notes());
  }

  /** What of a request depends on the image. */
  record Target(String suffix, String namespace, boolean tag) {
    String url(Hop hop) {
      return hop.prefix() + suffix + (hop.namespaced() ? namespace : "");
    }
  }
}
