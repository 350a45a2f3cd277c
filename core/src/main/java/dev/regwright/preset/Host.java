package dev.regwright.preset;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a product answers, and nothing else: no user, no path, no query.
 *
 * @param scheme {@code https} or {@code http}
 * @param name a DNS name, an IPv4 address or an IPv6 address in brackets, in lower case
 * @param port from 1 to 65535, or 0 for the scheme's own
 */
record Host(String scheme, String name, int port) {
  private static final int MAX_LENGTH = 300;
  private static final String FORM = "write [http://|https://]host[:port]";
  private static final Pattern LABELS =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern DIGITS_LAST = Pattern.compile("(?:.*\\.)?[0-9]+");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");

  /** Reads {@code [scheme://]host[:port]}, perhaps with one slash behind it. */
  static Host parse(String text, String defaultScheme) throws RefusedException {
    checkCharacters(text);
    int slashes = text.indexOf("://");
    String scheme = slashes < 0 ? defaultScheme : text.substring(0, slashes);
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new RefusedException(
          "registries are not reached through %s://".formatted(scheme), "use http:// or https://");
    }
    String authority = slashes < 0 ? text : text.substring(slashes + "://".length());
    if (authority.endsWith("/")) {
      authority = authority.substring(0, authority.length() - 1);
    }
    return ofAuthority(scheme.toLowerCase(Locale.ROOT), authority);
  }

  /** Reads {@code host[:port]}. */
  static Host ofAuthority(String scheme, String text) throws RefusedException {
    checkCharacters(text);
    if (text.contains("/") || text.contains("\\")) {
      throw new RefusedException(
          "the host \"%s\" goes on with a path".formatted(text),
          "give the host alone; paths follow from the preset and from UPSTREAM=PLACE");
    }
    int portColon = text.lastIndexOf(':') > text.lastIndexOf(']') ? text.lastIndexOf(':') : -1;
    String name = portColon < 0 ? text : text.substring(0, portColon);
    if (name.contains(":") && !name.startsWith("[")) {
      throw new RefusedException(
          "the host \"%s\" has more than one colon".formatted(text),
          "put an IPv6 address in brackets, as in [fd00::1]:5000");
    }
    int port = portColon < 0 ? 0 : port(text.substring(portColon + 1));
    Host host = new Host(scheme, name.toLowerCase(Locale.ROOT), port);
    if (!host.isValid()) {
      throw new RefusedException("\"%s\" is not the name of a host".formatted(name), FORM);
    }
    return host;
  }

  /** Refuses what must not even be repeated: passwords and characters that confuse terminals. */
  private static void checkCharacters(String text) throws RefusedException {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new RefusedException(text.isEmpty() ? "no host" : "the host is too long", FORM);
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == '"')) {
      throw new RefusedException("the host holds a character that no host name has", FORM);
    }
    if (text.contains("@")) {
      throw new RefusedException(
          "the host holds a user name", "give the host alone, and the credentials apart from it");
    }
    if (text.contains("?") || text.contains("#")) {
      throw new RefusedException(
          "the host goes on with a query or fragment", "give the host alone");
    }
  }

  static int port(String digits) throws RefusedException {
    boolean plausible = digits.matches("[0-9]{1,5}");
    int port = plausible ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65535) {
      throw new RefusedException(
          "\"%s\" is not a port".formatted(digits), "a port is a number from 1 to 65535");
    }
    return port;
  }

  /** Asks the parser of the nodes too, so that the URL means to them what it says to us. */
  private boolean isValid() {
    boolean shaped =
        name.startsWith("[")
            ? name.matches("\\[[0-9a-f:.]+]")
            : name.length() <= 253
                && LABELS.matcher(name).matches()
                && (!DIGITS_LAST.matcher(name).matches() || IPV4.matcher(name).matches());
    return shaped
        && EndpointUrl.parse(url(""), UrlRules.GO_1_26) instanceof UrlParse.Ok ok
        && ok.url().host().equals(authority())
        && ok.url().path().isEmpty();
  }

  /** Host and port as URLs have them: the name of credentials and TLS settings. */
  String authority() {
    return port == 0 ? name : name + ":" + port;
  }

  /** The URL of a path, which is empty or begins with a slash. */
  String url(String path) {
    return scheme + "://" + authority() + path;
  }

  Host withPort(int other) {
    return new Host(scheme, name, other);
  }

  /** The host of that name in the domain that this host's name is. */
  Host subdomain(String label) {
    return new Host(scheme, label + "." + name, port);
  }

  boolean isAddress() {
    return name.startsWith("[") || DIGITS_LAST.matcher(name).matches();
  }

  boolean isPlainHttp() {
    return scheme.equals("http");
  }
}
