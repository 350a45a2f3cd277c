package dev.regwright.trace;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.ImageReference;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which hosts somebody's own network surely has: those that stand in for a registry other than
 * themselves, and those whose name or address is private. Requests to any other registry leave.
 */
final class Territory {
  private static final List<String> PRIVATE_NAMES =
      List.of(".local", ".internal", ".lan", ".home.arpa", ".localhost", ".svc");

  private final Set<String> own = new HashSet<>();

  private Territory() {}

  static Territory of(RegistryConfig config) {
    Territory territory = new Territory();
    for (Mirror mirror : config.mirrors().values()) {
      String upstream = ImageReference.upstreamOf(mirror.name());
      for (Endpoint endpoint : mirror.endpoints()) {
        if (EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26) instanceof UrlParse.Ok ok
            && !ok.url().host().equals(upstream)) {
          territory.own.add(ok.url().host());
        }
      }
    }
    return territory;
  }

  /** When all there is are files: only what is private by its name. */
  static Territory unknown() {
    return new Territory();
  }

  /** Whether an image of a registry leaves when this host is asked for it. */
  boolean leaves(Role role, String host) {
    return role == Role.UPSTREAM && !own.contains(host) && !isPrivate(host);
  }

  private static boolean isPrivate(String authority) {
    int close = authority.indexOf(']');
    int colon = authority.indexOf(':', Math.max(close, 0));
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (host.startsWith("[")) {
      return isPrivateV6(host);
    }
    if (host.indexOf('.') < 0) {
      return true;
    }
    for (String suffix : PRIVATE_NAMES) {
      if (host.endsWith(suffix)) {
        return true;
      }
    }
    return isPrivateV4(host);
  }

  /** Loopback, unique local (RFC 4193) and link-local addresses. */
  private static boolean isPrivateV6(String host) {
    return host.equals("[::1]")
        || host.regionMatches(true, 1, "fc", 0, 2)
        || host.regionMatches(true, 1, "fd", 0, 2)
        || host.regionMatches(true, 1, "fe8", 0, 3);
  }

  /** Loopback, RFC 1918, RFC 6598 and link-local addresses. */
  private static boolean isPrivateV4(String host) {
    int[] parts = new int[4];
    int part = 0;
    int digits = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        part++;
        digits = 0;
      } else if (c < '0' || c > '9' || ++digits > 3) {
        return false;
      }
      if (part > 3) {
        return false;
      }
      parts[part] = c == '.' ? 0 : parts[part] * 10 + (c - '0');
    }
    return part == 3
        && (parts[0] == 10
            || parts[0] == 127
            || (parts[0] == 172 && parts[1] >= 16 && parts[1] < 32)
            || (parts[0] == 192 && parts[1] == 168)
            || (parts[0] == 169 && parts[1] == 254)
            || (parts[0] == 100 && parts[1] >= 64 && parts[1] < 128));
  }
}
