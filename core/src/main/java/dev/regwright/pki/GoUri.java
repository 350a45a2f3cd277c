package dev.regwright.pki;

/**
 * Which URIs Go takes as a subject alternative name: those {@code net/url} parses and whose host,
 * if any, is a domain ({@code crypto/x509/parser.go}, parseSANExtension). Inside brackets only the
 * shape of an address is looked at.
 */
final class GoUri {
  private static final String HOST = GoNames.ALPHANUMERIC + "-_.~!$&'()*+,;=:[]<>\"";
  private static final String USER = GoNames.ALPHANUMERIC + "-._:~!$&'()*+,;=%@";

  private final String uri;

  private GoUri(String uri) {
    this.uri = uri;
  }

  /**
   * Checks one URI.
   *
   * @param uri ASCII only
   * @throws GoError with Go's text
   */
  static void check(String uri) throws GoError {
    new GoUri(uri).check();
  }

  private void check() throws GoError {
    int hash = uri.indexOf('#');
    String main = hash < 0 ? uri : uri.substring(0, hash);
    if (hasControl(main)) {
      throw fail(main, "net/url: invalid control character in URL");
    }
    int colon = schemeEnd(main);
    if (colon == 0) {
      throw fail(main, "missing protocol scheme");
    }
    String rest = main.substring(colon < 0 ? 0 : colon + 1);
    int question = rest.indexOf('?');
    rest = question < 0 ? rest : rest.substring(0, question);
    int slash = rest.indexOf('/');
    if (colon < 0 && slash != 0 && (slash < 0 ? rest : rest.substring(0, slash)).contains(":")) {
      throw fail(main, "first path segment in URL cannot contain colon");
    }
    String host = "";
    if (slash == 0 && rest.startsWith("//") && (colon > 0 || !rest.startsWith("///"))) {
      int path = rest.indexOf('/', 2);
      host = authority(main, rest.substring(2, path < 0 ? rest.length() : path));
      rest = path < 0 ? "" : rest.substring(path);
    }
    if (colon < 0 || slash == 0) {
      escapes(main, rest, false);
    }
    if (hash >= 0) {
      escapes(uri, uri.substring(hash + 1), false);
    }
    domain(host);
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
        return true;
      }
    }
    return false;
  }

  /** The offset of the colon behind the scheme, -1 when there is no scheme. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i;
      }
      if (!letter && (!inner || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  private String authority(String main, String authority) throws GoError {
    int at = authority.lastIndexOf('@');
    String host = authority.substring(at + 1);
    host(main, host);
    String user = at < 0 ? "" : authority.substring(0, at);
    if (!GoNames.isMadeOf(user, USER)) {
      throw fail(main, "net/url: invalid userinfo");
    }
    escapes(main, user, false);
    return host;
  }

  /** What a host's escapes stand for is not ASCII, except for the percent sign itself. */
  private void domain(String host) throws GoError {
    boolean beyondAscii = host.replace("%25", "").contains("%");
    if (beyondAscii || !GoNames.isDomain(host, false)) {
      throw new GoError("x509: cannot parse URI " + GoText.quote(uri) + ": invalid domain");
    }
  }

  private void host(String main, String host) throws GoError {
    int open = host.lastIndexOf('[');
    if (open > 0) {
      throw fail(main, "invalid IP-literal");
    }
    int close = host.lastIndexOf(']');
    if (open == 0 && close < 0) {
      throw fail(main, "missing ']' in host");
    }
    if (open == 0) {
      port(main, host.substring(close + 1));
      literal(main, host.substring(1, close));
      return;
    }
    boolean web =
        main.regionMatches(true, 0, "http:", 0, 5) || main.regionMatches(true, 0, "https:", 0, 6);
    int colon = web ? host.indexOf(':') : host.lastIndexOf(':');
    if (colon >= 0) {
      port(main, host.substring(colon));
    }
    escapes(main, host, true);
  }

  /** An IPv6 address, whose zone follows an escaped percent sign. */
  private void literal(String main, String address) throws GoError {
    if (GoNames.isIpv4(address)) {
      throw fail(main, "invalid IP-literal");
    }
    int zone = address.indexOf("%25");
    String plain = zone < 0 ? address : address.substring(0, zone);
    if (!GoNames.isIpv6(plain) || (zone >= 0 && zone + 3 == address.length())) {
      throw fail(main, "invalid host");
    }
  }

  private void port(String main, String port) throws GoError {
    boolean valid =
        port.isEmpty()
            || (port.charAt(0) == ':' && GoNames.isMadeOf(port.substring(1), GoNames.DIGITS));
    if (!valid) {
      throw fail(main, "invalid port " + GoText.quote(port) + " after host");
    }
  }

  private void escapes(String shown, String part, boolean host) throws GoError {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%') {
        String escape = part.substring(i, Math.min(i + 3, part.length()));
        boolean valid = escape.length() == 3 && isHex(escape.charAt(1)) && isHex(escape.charAt(2));
        if (!valid || (host && escape.charAt(1) < '8' && !escape.equals("%25"))) {
          throw fail(shown, "invalid URL escape " + GoText.quote(escape));
        }
        i += 2;
      } else if (host && HOST.indexOf(c) < 0) {
        throw fail(shown, "invalid character " + GoText.quote(String.valueOf(c)) + " in host name");
      }
    }
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0;
  }

  private GoError fail(String shown, String reason) {
    return new GoError(
        "x509: cannot parse URI "
            + GoText.quote(uri)
            + ": parse "
            + GoText.quote(shown)
            + ": "
            + reason);
  }
}
