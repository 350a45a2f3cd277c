package dev.regwright.containerd;

import dev.regwright.model.ContainerdVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The registry settings of a containerd configuration file or a part of one, as one version reads
 * them.
 *
 * @param source the file
 * @param version the containerd version that reads it
 * @param role whether the file stands for itself
 * @param registries the settings of each plugin section that has any, in the order of the file
 * @param findings everything there is to say, in the order of the file
 * @param secrets ranges of the text that must never be shown
 */
public record CriFile(
    SourceFile source,
    ContainerdVersion version,
    CriRole role,
    List<CriRegistry> registries,
    List<Finding> findings,
    List<TextRange> secrets) {
  /** Copies the lists. */
  public CriFile {
    registries = List.copyOf(registries);
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }

  /** Reads a file. Never fails; time is linear in its size. */
  public static CriFile read(SourceFile source, ContainerdVersion version, CriRole role) {
    return new CriReader(source, Behaviour.of(version), role).read();
  }

  /** The settings that count; of two sections that do, the older one wins, as it is migrated. */
  public Optional<CriRegistry> registry() {
    return registries.stream()
        .filter(CriRegistry::read)
        .min((a, b) -> a.section().compareTo(b.section()));
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
