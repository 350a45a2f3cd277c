package dev.regwright.lint.rules;

import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * An endpoint requests can be sent to: its URL has the scheme http or https, and a host.
 *
 * @param mirror the mirror that lists it
 * @param endpoint its entry
 * @param url its URL
 * @param written the URL as written
 */
record Reachable(
    MirrorEntry mirror, EndpointEntry endpoint, EndpointUrl url, Field<String> written) {

  /** All such endpoints of the mirrors that count, in the order of the file. */
  static void forEach(Subject subject, Consumer<Reachable> action) {
    for (MirrorEntry mirror : subject.mirrors()) {
      for (EndpointEntry endpoint : mirror.endpoints()) {
        EndpointUrl url = endpoint.parsed();
        Field<String> written = endpoint.url();
        if (url != null && written != null && isReachable(url)) {
          action.accept(new Reachable(mirror, endpoint, url, written));
        }
      }
    }
  }

  static boolean isReachable(EndpointUrl url) {
    return !url.host().isEmpty() && (url.scheme().equals("https") || url.scheme().equals("http"));
  }
}
