package dev.regwright.model;

import dev.regwright.model.EndpointUrl.Part;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The way through a URL that {@code net/url} takes, with the same answer to every text. An object
 * reads one text. A step that meets an error notes the reason and returns false or null.
 */
final class GoUrlParser {
  private final UrlRules rules;
  private String reason = "";

  private String scheme = "";
  private @Nullable String userInfo;
  private String host = "";
  private String path = "";
  private String rawPath = "";
  private String rawQuery = "";
  private boolean forceQuery;
  private String fragment = "";
  private String rawFragment = "";
  private String opaque = "";
  private boolean omitHost;

  GoUrlParser(UrlRules rules) {
    this.rules = rules;
  }

  /** {@code Parse}: everything before the number sign first, then the fragment. */
  UrlParse parse(String input) {
    String text = wellFormed(input);
    int hash = text.indexOf('#');
    String address = hash < 0 ? text : text.substring(0, hash);
    if (!readAddress(address)) {
      return new UrlParse.Failed(reason, rules.quote(address));
    }
    if (hash >= 0 && !readFragment(text.substring(hash + 1))) {
      return new UrlParse.Failed(reason, rules.quote(text));
    }
    return new UrlParse.Ok(
        new EndpointUrl(
            scheme,
            userInfo,
            host,
            path,
            rawPath,
            rawQuery,
            forceQuery,
            fragment,
            rawFragment,
            opaque,
            omitHost));
  }

  private boolean refuse(String why) {
    reason = why;
    return false;
  }

  private boolean readAddress(String text) {
    if (hasControl(text)) {
      return refuse("net/url: invalid control character in URL");
    }
    if (text.equals("*")) {
      path = text;
      return true;
    }
    int colon = schemeColon(text);
    if (colon == 0) {
      return refuse("missing protocol scheme");
    }
    scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = cutQuery(text.substring(colon + 1));
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        opaque = rest;
        return true;
      }
      if (firstSegmentHasColon(rest)) {
        return refuse("first path segment in URL cannot contain colon");
      }
    }
    return readHierarchy(rest);
  }

  /** {@code getScheme}: the colon after the scheme, or -1 if the text has no scheme. */
  private static int schemeColon(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean inner = Part.isDigit(c) || c == '+' || c == '-' || c == '.';
      if (!Part.isLetter(c) && !(inner && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private String cutQuery(String text) {
    int mark = text.indexOf('?');
    if (mark < 0) {
      return text;
    }
    forceQuery = mark == text.length() - 1;
    rawQuery = text.substring(mark + 1);
    return text.substring(0, mark);
  }

  private boolean readHierarchy(String text) {
    String rest = text;
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      int end = slash < 0 ? rest.length() : slash;
      if (!readAuthority(rest.substring(2, end))) {
        return false;
      }
      rest = rest.substring(end);
    } else {
      omitHost = !scheme.isEmpty();
    }
    String decoded = unescape(rest, Part.PATH);
    if (decoded == null) {
      return false;
    }
    path = decoded;
    rawPath = rest.equals(Part.PATH.escape(decoded)) ? "" : rest;
    return true;
  }

  private boolean readFragment(String text) {
    String decoded = unescape(text, Part.FRAGMENT);
    if (decoded == null) {
      return false;
    }
    fragment = decoded;
    rawFragment = text.equals(Part.FRAGMENT.escape(decoded)) ? "" : text;
    return true;
  }

  /** {@code parseAuthority}: a fault in the host is reported before one in the user name. */
  private boolean readAuthority(String text) {
    int at = text.lastIndexOf('@');
    String decoded = readHost(text.substring(at + 1));
    if (decoded == null) {
      return false;
    }
    host = decoded;
    return at < 0 || readUserInfo(text.substring(0, at));
  }

  private boolean readUserInfo(String text) {
    if (!text.chars().allMatch(c -> Part.USER_INFO.allows(c) || "!'()*:@%".indexOf(c) >= 0)) {
      return refuse("net/url: invalid userinfo");
    }
    int colon = text.indexOf(':');
    String name = unescape(colon < 0 ? text : text.substring(0, colon), Part.USER_INFO);
    if (name == null) {
      return false;
    }
    userInfo = Part.USER_INFO.escape(name);
    if (colon >= 0) {
      String password = unescape(text.substring(colon + 1), Part.USER_INFO);
      if (password == null) {
        return false;
      }
      userInfo += ":" + Part.USER_INFO.escape(password);
    }
    return true;
  }

  /** {@code parseHost}. */
  private @Nullable String readHost(String text) {
    int open = rules.bracketsChecked() ? text.lastIndexOf('[') : text.indexOf('[');
    if (open == 0) {
      return readBracketedHost(text);
    }
    if (open > 0 && rules.bracketsChecked()) {
      return fail("invalid IP-literal");
    }
    boolean strict = rules.colonsStrict() && (scheme.equals("http") || scheme.equals("https"));
    int colon = strict ? text.indexOf(':') : text.lastIndexOf(':');
    if (colon >= 0 && !isPort(text.substring(colon))) {
      return failPort(text.substring(colon));
    }
    return unescape(text, Part.HOST);
  }

  private @Nullable String readBracketedHost(String text) {
    int close = text.lastIndexOf(']');
    if (close < 0) {
      return fail("missing ']' in host");
    }
    String port = text.substring(close + 1);
    if (!isPort(port)) {
      return failPort(port);
    }
    if (!rules.bracketsChecked()) {
      return unescapeZoned(text, text.substring(0, close).indexOf("%25"), close);
    }
    String inner = text.substring(1, close);
    String address = unescapeZoned(inner, inner.indexOf("%25"), inner.length());
    if (address == null) {
      return null;
    }
    String fault = GoIpAddress.bracketFault(address, rules);
    return fault == null ? "[" + address + "]" + port : fail(fault);
  }

  /** Decodes a host whose zone, if any, begins with an escaped percent sign (RFC 6874). */
  private @Nullable String unescapeZoned(String text, int zone, int zoneEnd) {
    if (zone < 0) {
      return unescape(text, Part.HOST);
    }
    String before = unescape(text.substring(0, zone), Part.HOST);
    String name = before == null ? null : unescape(text.substring(zone, zoneEnd), Part.ZONE);
    return name == null ? null : before + name + text.substring(zoneEnd);
  }

  private @Nullable String fail(String why) {
    reason = why;
    return null;
  }

  private @Nullable String failPort(String port) {
    return fail("invalid port " + rules.quote(port) + " after host");
  }

  private @Nullable String unescape(String text, Part part) {
    String fault = part.escapeFault(text, rules);
    return fault == null ? Part.unescape(text) : fail(fault);
  }

  /** {@code validOptionalPort}: nothing, or a colon and any number of digits. */
  static boolean isPort(String text) {
    if (text.isEmpty()) {
      return true;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!Part.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(0) == ':';
  }

  /** Whether a relative path would be taken for a scheme and something else. */
  static boolean firstSegmentHasColon(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash);
  }

  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      out.appendCodePoint(Part.isSurrogate(c) ? 0xFFFD : c);
    }
    return out.toString();
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
        return true;
      }
    }
    return false;
  }
}
