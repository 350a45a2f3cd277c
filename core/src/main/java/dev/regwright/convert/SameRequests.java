package dev.regwright.convert;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether two configurations make nodes do the same. Differences in writing do not count: a flag
 * that is false or absent, a {@code /v2} written out or appended, a URL as Go prints it.
 */
final class SameRequests {
  private SameRequests() {}

  static boolean of(RegistryConfig a, RegistryConfig b) {
    return a.equals(b) || canonical(a).equals(canonical(b));
  }

  private static RegistryConfig canonical(RegistryConfig config) {
    Map<String, Mirror> mirrors = new LinkedHashMap<>();
    config.mirrors().forEach((name, mirror) -> mirrors.put(name, canonical(mirror)));
    Map<String, Tls> tls = new LinkedHashMap<>();
    config.tls().forEach((name, settings) -> tls.put(name, canonical(settings)));
    return new RegistryConfig(mirrors, config.auths(), tls);
  }

  private static Mirror canonical(Mirror mirror) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Endpoint endpoint : mirror.endpoints()) {
      Endpoint printed = new Endpoint(printed(endpoint.url()), endpoint.overridePath());
      endpoints.add(LegacyPaths.explicit(printed));
    }
    return new Mirror(mirror.name(), endpoints, mirror.skipsFallback());
  }

  private static String printed(String url) {
    return EndpointUrl.parse(url, UrlRules.GO_1_26) instanceof UrlParse.Ok ok
        ? ok.url().goString()
        : url;
  }

  private static Tls canonical(Tls tls) {
    return new Tls(tls.name(), tls.clientIdentity(), tls.ca(), tls.skipsVerify());
  }
}
