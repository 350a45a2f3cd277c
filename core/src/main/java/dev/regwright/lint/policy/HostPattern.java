package dev.regwright.lint.policy;

import dev.regwright.model.EndpointUrl;
import java.util.Locale;

/**
 * Hosts of endpoints: a name or address, with a port when only that one is meant. A {@code *}
 * stands for any characters, as in {@code *.example.org}.
 *
 * @param text as written
 */
public record HostPattern(String text) {
  /** Whether an endpoint's host is meant. */
  public boolean matches(EndpointUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    String pattern = text.toLowerCase(Locale.ROOT);
    if (matches(pattern, host)) {
      return true;
    }
    String port = ":" + url.port();
    return !url.port().isEmpty()
        && host.endsWith(port)
        && matches(pattern, host.substring(0, host.length() - port.length()));
  }

  /** Linear but for the stars, each of which only ever moves forward. */
  private static boolean matches(String pattern, String host) {
    int p = 0;
    int h = 0;
    int star = -1;
    int retry = 0;
    while (h < host.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = h;
      } else if (p < pattern.length() && pattern.charAt(p) == host.charAt(h)) {
        p++;
        h++;
      } else if (star >= 0) {
        p = star + 1;
        h = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
