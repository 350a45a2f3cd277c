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
    String host = url.host().toLowerCase(Locale.ROOT);
    String pattern = text.toLowerCase(Locale.ROOT);
    if (Wildcards.match(pattern, host, false)) {
      return true;
    }
    String port = ":" + url.port();
    return !url.port().isEmpty()
        && host.endsWith(port)
        && Wildcards.match(pattern, host.substring(0, host.length() - port.length()), false);
  }

  @Override
  public String toString() {
    return text;
  }
}
