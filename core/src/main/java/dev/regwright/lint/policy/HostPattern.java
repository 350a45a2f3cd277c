package dev.regwright.lint.policy;

import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Wildcards;
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
    return matches(url.host());
  }

  /**
   * Whether a host is meant.
   *
   * @param authority with its port, if it has one
   */
  boolean matches(String authority) {
    String host = authority.toLowerCase(Locale.ROOT);
    String pattern = text.toLowerCase(Locale.ROOT);
    if (Wildcards.match(pattern, host, false)) {
      return true;
    }
    int port = portColon(host);
    return port >= 0 && Wildcards.match(pattern, host.substring(0, port), false);
  }

  /** Where a port begins; that of {@code [::1]} is none. */
  private static int portColon(String host) {
    int i = host.length();
    while (i > 0 && host.charAt(i - 1) >= '0' && host.charAt(i - 1) <= '9') {
      i--;
    }
    return i > 0 && i < host.length() && host.charAt(i - 1) == ':' ? i - 1 : -1;
  }

  @Override
  public String toString() {
    return text;
  }
}
