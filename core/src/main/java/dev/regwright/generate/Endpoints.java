package dev.regwright.generate;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mirrors of one request, gathered by name in the order asked for. */
final class Endpoints {
  private static final int MAX_LENGTH = 2048;

  private final Map<String, Mirror> mirrors = new LinkedHashMap<>();
  private final Map<String, EndpointUrl> urls = new LinkedHashMap<>();

  /** Adds an endpoint somebody wrote; refuses what not even lint should have to repeat. */
  void add(MirrorWish wish, boolean overridePath, boolean skipFallback) throws RefusedException {
    checkName(wish.name());
    EndpointUrl url = checked(wish);
    boolean override = overridePath && url.path().length() > 1;
    Endpoint endpoint = new Endpoint(wish.url(), override ? Boolean.TRUE : null);
    add(new Mirror(wish.name(), List.of(endpoint), skipFallback ? Boolean.TRUE : null));
  }

  /** Adds a mirror; one of that name gets its endpoints behind its own. */
  void add(Mirror mirror) {
    for (Endpoint endpoint : mirror.endpoints()) {
      if (EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26) instanceof UrlParse.Ok ok) {
        urls.put(endpoint.url(), ok.url());
      }
    }
    Mirror known = mirrors.get(mirror.name());
    if (known == null) {
      mirrors.put(mirror.name(), mirror);
      return;
    }
    List<Endpoint> endpoints = new ArrayList<>(known.endpoints());
    endpoints.addAll(mirror.endpoints());
    Boolean skip = known.skipsFallback() ? known.skipFallback() : mirror.skipFallback();
    mirrors.put(mirror.name(), new Mirror(mirror.name(), endpoints, skip));
  }

  List<Mirror> mirrors() {
    return List.copyOf(mirrors.values());
  }

  /**
   * Host and port of each endpoint, once, as the URLs have them: the names under which Talos looks
   * up credentials and TLS settings.
   *
   * @param httpsOnly whether to leave out those reached over plain HTTP
   */
  List<String> hosts(boolean httpsOnly) {
    List<String> hosts = new ArrayList<>();
    for (EndpointUrl url : urls.values()) {
      boolean wanted = !httpsOnly || url.scheme().equals("https");
      if (wanted && !hosts.contains(url.authority())) {
        hosts.add(url.authority());
      }
    }
    return hosts;
  }

  private static void checkName(String name) throws RefusedException {
    if (name.isEmpty()) {
      throw new RefusedException(
          "a mirror has no name", "write NAME=URL, as in docker.io=https://mirror.example.com");
    }
    if (name.length() > MAX_LENGTH || hasOddCharacter(name) || name.contains("@")) {
      throw new RefusedException(
          "the name of a mirror holds what no registry's name has",
          "name the part of image references before the first slash, as in ghcr.io");
    }
  }

  private static EndpointUrl checked(MirrorWish wish) throws RefusedException {
    String text = wish.url();
    if (text.isEmpty()) {
      throw new RefusedException(
          "the mirror " + wish.name() + " has no URL", "write " + wish.name() + "=https://HOST");
    }
    if (text.length() > MAX_LENGTH || hasOddCharacter(text)) {
      throw new RefusedException(
          "the URL of " + wish.name() + " holds a character that no URL has", "check the quoting");
    }
    int slashes = text.indexOf("://");
    if (namesUser(text, slashes < 0 ? 0 : slashes + "://".length())) {
      throw new RefusedException(
          "the URL of " + wish.name() + " holds a user name, which nodes ignore",
          "take it out of the URL, and give the credentials apart from it");
    }
    if (slashes < 0) {
      throw new RefusedException(
          "the URL of " + wish.name() + " has no scheme",
          "write " + wish.name() + "=https://" + text);
    }
    return parsed(wish.name(), text);
  }

  private static EndpointUrl parsed(String name, String text) throws RefusedException {
    if (!(EndpointUrl.parse(text, UrlRules.GO_1_26) instanceof UrlParse.Ok ok)) {
      throw new RefusedException(
          "the URL of " + name + " is none that Talos can read",
          "write https://host[:port][/path]; an IPv6 address goes in brackets");
    }
    EndpointUrl url = ok.url();
    if (!url.scheme().equals("https") && !url.scheme().equals("http")) {
      throw new RefusedException(
          "nodes do not pull through " + url.scheme() + "://", "use https:// or http://");
    }
    if (url.hostname().isEmpty()) {
      throw new RefusedException("the URL of " + name + " has no host", "write https://HOST");
    }
    if (url.forceQuery() || !url.rawQuery().isEmpty() || text.indexOf('#') >= 0) {
      throw new RefusedException(
          "the URL of " + name + " has a query or fragment, which nodes ignore",
          "leave out what follows ? or #");
    }
    return url;
  }

  /** Whether there is an {@code @} before the path. */
  private static boolean namesUser(String text, int from) {
    int at = text.indexOf('@', from);
    int slash = text.indexOf('/', from);
    return at >= 0 && (slash < 0 || at < slash);
  }

  private static boolean hasOddCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\') {
        return true;
      }
    }
    return false;
  }
}
