package dev.regwright.convert;

import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code machine.registries} has one overridePath for all endpoints of a mirror. Where they differ,
 * the {@code /v2} that nodes append to the others is written out, and the flag is set for all: the
 * requests are the same ({@code internal/pkg/containers/image/resolver.go}, {@code hosts.go} of
 * Talos).
 */
final class LegacyPaths {
  private static final String API = "/v2";

  private LegacyPaths() {}

  /** The mirror with one flag for all endpoints. */
  static Mirror uniform(Mirror mirror) {
    if (mirror.hasUniformOverridePath()) {
      return mirror;
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (Endpoint endpoint : mirror.endpoints()) {
      endpoints.add(explicit(endpoint));
    }
    return new Mirror(mirror.name(), endpoints, mirror.skipFallback());
  }

  /** The endpoint with all of its path in the URL. */
  static Endpoint explicit(Endpoint endpoint) {
    return endpoint.overridesPath()
        ? endpoint
        : new Endpoint(withApi(endpoint.url()), Boolean.TRUE);
  }

  private static String withApi(String url) {
    int query = query(url);
    String base = url.substring(0, query);
    int end = base.length();
    while (end > 0 && base.charAt(end - 1) == '/') {
      end--;
    }
    String path = base.substring(0, end);
    return (path.endsWith(API) ? path : path + API) + url.substring(query);
  }

  /** Where the path ends: requests keep neither query nor fragment, but they are the user's. */
  private static int query(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) == '?' || url.charAt(i) == '#') {
        return i;
      }
    }
    return url.length();
  }
}
