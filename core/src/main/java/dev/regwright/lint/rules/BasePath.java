package dev.regwright.lint.rules;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;

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
    String clean = url.path().isEmpty() ? "" : GoPath.clean(url.path());
    return clean.equals("/") ? "" : clean;
  }
}
