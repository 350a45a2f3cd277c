package dev.regwright.containerd;

import dev.regwright.model.ContainerdVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hosts.toml as one containerd version reads it.
 *
 * @param source the file
 * @param version the containerd version that reads it
 * @param entries the hosts in the order in which they are asked, a repeated one several times; the
 *     server is always there and always last. Of a file that does not decode, what could be read.
 * @param error what containerd says when it drops the file, or null when it takes it
 * @param findings everything there is to say, in the order of the file
 * @param secrets ranges of the text that must never be shown
 */
public record HostsFile(
    SourceFile source,
    ContainerdVersion version,
    List<HostEntry> entries,
    @Nullable Finding error,
    List<Finding> findings,
    List<TextRange> secrets) {
  /** The name containerd looks for in a directory. */
  public static final String NAME = "hosts.toml";

  /** Copies the lists. */
  public HostsFile {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }

  /**
   * Reads a file. Never fails; time is linear in its size.
   *
   * @param directory the absolute path of the directory it lies in, on the node
   */
  public static HostsFile read(SourceFile source, String directory, ContainerdVersion version) {
    return read(source, directory, Behaviour.of(version));
  }

  static HostsFile read(SourceFile source, String directory, Behaviour behaviour) {
    return new HostsReader(source, directory, behaviour).read();
  }

  /** Whether containerd uses the file at all. */
  public boolean decodes() {
    return error == null;
  }

  /** What containerd logs when it drops the file; empty if it does not or we do not know. */
  public Optional<String> errorText() {
    return error == null ? Optional.empty() : Optional.ofNullable(error.upstream());
  }

  /** Where a finding about a range points to. */
  public Span span(TextRange range) {
    return source.span(range.start(), range.end());
  }

  @Override
  public String toString() {
    return source.name() + " for containerd " + version;
  }
}
