package dev.regwright.lint.rules;

import dev.regwright.model.EndpointUrl;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The path all requests to an endpoint begin with. Both pullers compute it alike: {@code
 * internal/pkg/containers/image/resolver.go} of Talos and {@code parseHostConfig} of containerd.
 */
final class BasePath {
  private static final String API = "/v2";

  private BasePath() {}

  /** The path of requests to an endpoint. */
  static String of(EndpointUrl url, boolean override) {
    String path = configured(url);
    return override || path.endsWith(API) ? path : path + API;
  }

  /** The endpoint's own path, cleaned; empty when it has none to speak of. */
  static String configured(EndpointUrl url) {
    String path = url.path();
    return path.isEmpty() || path.equals("/") ? "" : clean(path);
  }

  /** As Go's {@code path.Clean}, for rooted paths; the root itself becomes empty. */
  private static String clean(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return segments.isEmpty() ? "" : "/" + String.join("/", segments);
  }
}
