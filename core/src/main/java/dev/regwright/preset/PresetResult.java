package dev.regwright.preset;

import dev.regwright.model.Mirror;
import java.util.List;

/** What became of a {@link PresetRequest}. */
public sealed interface PresetResult permits PresetResult.Generated, PresetResult.Refused {

  /**
   * The configuration of the nodes, and what belongs to it.
   *
   * @param mirrors one for each upstream, in the order asked for
   * @param hosts host and port of every endpoint as the URLs have them: the names under which Talos
   *     looks up credentials and TLS settings
   * @param hints what to do elsewhere: on the server, for credentials, for TLS
   * @param notes what was decided or left out, one sentence or two each
   */
  record Generated(List<Mirror> mirrors, List<String> hosts, List<Hint> hints, List<String> notes)
      implements PresetResult {
    /** Copies the lists. */
    public Generated {
      mirrors = List.copyOf(mirrors);
      hosts = List.copyOf(hosts);
      hints = List.copyOf(hints);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Nothing was generated.
   *
   * @param reason what is wrong, in one line without a full stop
   * @param remedy what to do, in one line without a full stop
   */
  record Refused(String reason, String remedy) implements PresetResult {}
}
