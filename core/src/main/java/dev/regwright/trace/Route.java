package dev.regwright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hosts a puller asks for the images of one registry.
 *
 * @param hops in the order asked; none when every pull fails
 * @param error why every pull fails, as the puller says it, or null
 * @param hostsDir the directory containerd takes them from, or null
 * @param notes what else there is to know
 */
record Route(
    List<Hop> hops, @Nullable String error, @Nullable String hostsDir, List<String> notes) {
  Route {
    hops = List.copyOf(hops);
    notes = List.copyOf(notes);
  }

  static Route failing(String error) {
    return new Route(List.of(), error, null, List.of());
  }
}
