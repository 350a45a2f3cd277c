package dev.regwright.containerd;

import dev.regwright.source.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What containerd does for images of one registry.
 *
 * @param registry the registry as it stands in the image reference
 * @param looked the directories it looked for, in order, up to the one it found
 * @param directory the directory it uses, or null when there is none
 * @param file the hosts.toml it read there, or null when there is none or it is empty
 * @param hosts the hosts it asks, in order; empty when every pull fails
 * @param error why every pull fails, as containerd says it, or null
 * @param log what it logs on the way
 * @param findings what there is to say about the directory, the file and the files it names
 */
public record Resolution(
    String registry,
    List<String> looked,
    @Nullable String directory,
    @Nullable HostsFile file,
    List<ResolvedHost> hosts,
    @Nullable String error,
    List<LogLine> log,
    List<Finding> findings) {

  /** Copies the lists. */
  public Resolution {
    looked = List.copyOf(looked);
    hosts = List.copyOf(hosts);
    log = List.copyOf(log);
    findings = List.copyOf(findings);
  }

  /**
   * A line of containerd's log.
   *
   * @param level {@code error} or {@code info}
   * @param error the field of that name, or null when there is none or we do not know its text
   */
  public record LogLine(String level, String message, @Nullable String error) {}

  @Override
  public String toString() {
    return registry + " -> " + (error == null ? hosts.toString() : error);
  }
}
