package dev.regwright.lint.rules;

import dev.regwright.model.EndpointUrl;
import java.util.Locale;

/** What can be told from the host of a URL alone. */
final class Hosts {
  private Hosts() {}

  /** Whether each node asks itself. */
  static boolean isLoopback(EndpointUrl url) {
    String host = url.host();
    char first = host.isEmpty() ? 'x' : host.charAt(0);
    if (first != '1' && first != '[' && first != 'l' && first != 'L' && first != ':') {
      return false; // nearly all hosts
    }
    String name = url.hostname().toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.isEmpty()
        || (name.startsWith("127.")
            && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  /** The host in lower case, without the usual port of its scheme. */
  static String plain(EndpointUrl url) {
    String port = url.port();
    boolean usual = port.equals(url.scheme().equals("https") ? "443" : "80");
    String host = url.host();
    return (usual ? host.substring(0, host.length() - port.length() - 1) : host)
        .toLowerCase(Locale.ROOT);
  }
}
