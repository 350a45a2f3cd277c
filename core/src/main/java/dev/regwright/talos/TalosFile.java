package dev.regwright.talos;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlNode;
import java.util.List;

/**
 * A file as one Talos version loads it.
 *
 * @param source the file
 * @param origins which file each node stands in: all in this one, unless patches were applied
 * @param version the Talos version that loads it
 * @param patch whether it was read as a patch
 * @param documents all documents that could be told apart, in order
 * @param findings what Talos says while loading, in order
 * @param secrets ranges of the text that must never be shown
 * @param talos whether any document is Talos's at all
 */
public record TalosFile(
    SourceFile source,
    Origins origins,
    TalosVersion version,
    boolean patch,
    List<TalosDocument> documents,
    List<Finding> findings,
    List<TextRange> secrets,
    boolean talos) {
  /** Copies the lists. */
  public TalosFile {
    documents = List.copyOf(documents);
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }

  /**
   * A range of the text.
   *
   * @param start index of its first character
   * @param end index just behind it
   */
  public record TextRange(int start, int end) {}

  /** Where a finding about a node points to. */
  public Span span(YamlNode node) {
    return origins.span(node);
  }

  /** Whether it holds a registry document or {@code machine.registries}. */
  public boolean hasRegistries() {
    for (TalosDocument document : documents) {
      if (!(document instanceof TalosDocument.Other)
          && !(document instanceof TalosDocument.Machine m && m.registries() == null)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return source.name() + " for Talos " + version;
  }
}
