package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The second check for duplicates ({@code container.New}), by decoded names: it finds what differs
 * only in writing, such as {@code name: ~} and {@code name: ""}.
 */
final class ContainerDuplicates {
  private ContainerDuplicates() {}

  private record Id(String kind, String name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id id && name.equals(id.name) && kind.equals(id.kind);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + kind.hashCode();
    }
  }

  static void report(Report report, List<TalosDocument> documents, boolean repeatsAllowed) {
    if (repeatsAllowed) {
      return;
    }
    Map<Id, TalosDocument> seen = new HashMap<>();
    for (TalosDocument document : documents) {
      Id id = id(document);
      TalosDocument first = id == null ? null : seen.putIfAbsent(id, document);
      if (id != null && first != null && !sameText(document, first)) {
        duplicate(report, id, document, first);
      }
    }
  }

  private static @Nullable Id id(TalosDocument document) {
    if (document instanceof TalosDocument.Mirror m) {
      return new Id(DocumentDecoder.MIRROR, m.entry().nameText());
    } else if (document instanceof TalosDocument.Auth a) {
      return new Id(DocumentDecoder.AUTH, a.entry().nameText());
    } else if (document instanceof TalosDocument.Tls t) {
      return new Id(DocumentDecoder.TLS, t.entry().nameText());
    }
    return document instanceof TalosDocument.Machine ? new Id("v1alpha1.Config", "") : null;
  }

  /** The first check, by raw text, has spoken already. */
  private static boolean sameText(TalosDocument a, TalosDocument b) {
    DocumentId id = rawId(a);
    return id != null && id.equals(rawId(b));
  }

  private static @Nullable DocumentId rawId(TalosDocument document) {
    YamlNode root = document.yaml().root();
    return root != null && root.resolved() instanceof YamlMapping mapping
        ? DocumentId.of(mapping)
        : null;
  }

  private static void duplicate(Report report, Id id, TalosDocument document, TalosDocument first) {
    YamlNode here = document.yaml().root();
    YamlNode there = first.yaml().root();
    if (here == null || there == null) {
      return;
    }
    boolean machine = id.kind().equals("v1alpha1.Config");
    String upstream =
        machine
            ? "duplicate v1alpha1.Config"
            : "duplicate document: " + id.kind() + "/" + id.name();
    String what =
        machine ? "a machine configuration" : id.kind() + " " + KeyAdvice.quotable(id.name());
    report.add(
        LoadRules.DUPLICATE_DOCUMENT
            .finding(report.span(here), "Talos refuses the file: " + what + " is in it twice")
            .withHelp("merge the two documents into one")
            .withUpstream(upstream)
            .withRelated(report.span(there), "the first one"));
  }
}
