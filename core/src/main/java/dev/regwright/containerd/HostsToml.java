package dev.regwright.containerd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The content of a hosts.toml, whatever version will read it.
 *
 * @param server what stands at the top: asked last; without a URL it sets up the registry's own
 *     upstream
 * @param hosts the mirrors, in the order in which they are asked
 */
public record HostsToml(HostTable server, List<HostTable> hosts) {
  /** Copies the list. */
  public HostsToml {
    hosts = List.copyOf(hosts);
  }

  /** Mirrors before the registry's own upstream. */
  public static HostsToml of(List<HostTable> hosts) {
    return new HostsToml(HostTable.of(""), hosts);
  }

  /** What a version of containerd sees in a file, a host that is asked twice only once. */
  public static HostsToml of(HostsFile file) {
    List<HostTable> hosts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    HostTable server = HostTable.of("");
    for (HostEntry entry : file.entries()) {
      if (entry.role() == HostRole.SERVER) {
        server = HostTable.of(entry);
      } else if (seen.add(entry.written().value())) {
        hosts.add(HostTable.of(entry));
      }
    }
    return new HostsToml(server, hosts);
  }
}
