package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlMapping.Entry;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategic-merge patch says, statement by statement. Each document is first searched for
 * {@code $patch: delete} ({@code configloader/internal/decoder/delete.go}); what deletes is taken
 * out of it, and what is left is merged.
 */
@SuppressWarnings("ReferenceEquality") // nodes and entries are told apart by identity
final class PatchStatements {
  /** Talos follows any depth; configurations have ten levels. */
  private static final int MAX_DEPTH = 200;

  private final List<PatchStatement> statements = new ArrayList<>();

  /** Why a document's deletions cannot be followed, in Talos's words, and where. */
  static final class BadDeleteException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient YamlNode at;

    BadDeleteException(String message, YamlNode at) {
      super(message, null, false, false);
      this.at = at;
    }

    YamlNode at() {
      return at;
    }
  }

  List<PatchStatement> all() {
    return statements;
  }

  /** To be called with what {@link #strip} left of a document. */
  void merge(TalosDocument document) {
    statements.add(new PatchStatement.Merge(document));
  }

  /**
   * Takes the deletions out of a document; null when nothing is left of it, or when they cannot be
   * followed, which is reported.
   */
  @Nullable YamlMapping strip(
      YamlDocument document, YamlMapping root, Report report, TalosVersion version) {
    try {
      return new Document(root).strip();
    } catch (BadDeleteException e) {
      String where =
          TalosChange.EMPTY_DOCUMENTS.in(version)
              ? "error processing patch delete statements at line " + report.line(document) + ": "
              : "";
      report.add(
          LoadRules.BAD_PATCH_DELETE
              .finding(
                  report.span(e.at()), "Talos refuses the patch: it cannot follow this deletion")
              .withHelp(
                  "the document needs apiVersion and kind, and a list item another key to find it by")
              .withUpstream(where + e.getMessage()));
      return null;
    }
  }

  /** One document while it is searched. */
  private final class Document {
    private YamlMapping root;

    Document(YamlMapping root) {
      this.root = root;
    }

    @Nullable YamlMapping strip() throws BadDeleteException {
      YamlMapping original = root;
      for (Entry entry : original.entries()) {
        if (isDelete(entry)) {
          add(List.of(), null, entry.key());
          return null;
        }
        YamlNode value = strip(entry.value(), List.of(rawKey(entry)), false);
        if (value == null || value != entry.value()) {
          root = with(root, entry, value);
        }
      }
      return saysNothing(root) ? null : root;
    }

    /** The node without its deletions, or null when it is to be removed from what it stands in. */
    private @Nullable YamlNode strip(YamlNode node, List<String> path, boolean item)
        throws BadDeleteException {
      if (path.size() > MAX_DEPTH) {
        return node;
      }
      if (node instanceof YamlMapping mapping) {
        return stripMapping(mapping, path, item);
      }
      return node instanceof YamlSequence sequence ? stripSequence(sequence, path) : node;
    }

    private @Nullable YamlNode stripMapping(YamlMapping mapping, List<String> path, boolean item)
        throws BadDeleteException {
      YamlMapping rest = mapping;
      for (Entry entry : mapping.entries()) {
        if (isDelete(entry)) {
          if (!item && path.stream().anyMatch(step -> step.startsWith("["))) {
            throw new BadDeleteException(
                "cannot delete an inner key in '" + String.join(".", path) + "'", entry.key());
          }
          add(path, item ? rest : null, entry.key());
          return null;
        }
        YamlNode value = strip(entry.value(), longer(path, rawKey(entry)), false);
        if (value == null || value != entry.value()) {
          rest = with(rest, entry, value);
        }
      }
      return rest.entries().isEmpty() && rest != mapping ? null : rest;
    }

    private @Nullable YamlNode stripSequence(YamlSequence sequence, List<String> path)
        throws BadDeleteException {
      List<YamlNode> items = new ArrayList<>();
      boolean changed = false;
      for (YamlNode item : sequence.items()) {
        YamlNode rest = strip(item, longer(path, "[" + items.size() + "]"), true);
        changed |= rest != item;
        if (rest != null) {
          items.add(rest);
        }
      }
      if (!changed) {
        return sequence;
      }
      return items.isEmpty() ? null : sequence.withItems(items);
    }

    private void add(List<String> path, @Nullable YamlMapping item, YamlNode at)
        throws BadDeleteException {
      Entry found = item == null ? null : selecting(item, path, at);
      String apiVersion = rawText("apiVersion");
      String kind = rawText("kind");
      if (path.isEmpty()) {
        require("apiVersion", at);
        require("kind", at);
      }
      if (kind.isEmpty() != apiVersion.isEmpty()) {
        throw new BadDeleteException(
            "kind and apiVersion must be both set for path " + String.join(".", path), at);
      }
      statements.add(
          new PatchStatement.Delete(
              new PatchDelete(
                  apiVersion,
                  kind.isEmpty() ? "v1alpha1" : kind,
                  rawText("name"),
                  path,
                  found == null ? null : rawKey(found),
                  found == null ? "" : DocumentType.rawValue(found.value()),
                  at)));
    }

    private Entry selecting(YamlMapping item, List<String> path, YamlNode at)
        throws BadDeleteException {
      for (Entry entry : item.entries()) {
        if (!isDelete(entry)) {
          return entry;
        }
      }
      throw new BadDeleteException(
          "no key:val found in sequence node for path " + String.join(".", path), at);
    }

    private void require(String key, YamlNode at) throws BadDeleteException {
      if (find(key) == null) {
        throw new BadDeleteException(
            "missing " + key + " in document for which $patch: delete is used", at);
      }
    }

    private String rawText(String key) {
      Entry entry = find(key);
      return entry == null ? "" : DocumentType.rawValue(entry.value());
    }

    /** The first entry of a key; deletions before this one may have removed it. */
    private @Nullable Entry find(String key) {
      for (Entry entry : root.entries()) {
        if (entry.key() instanceof YamlScalar scalar && scalar.text().equals(key)) {
          return entry;
        }
      }
      return null;
    }
  }

  private static List<String> longer(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static String rawKey(Entry entry) {
    return DocumentType.rawValue(entry.key());
  }

  private static boolean isDelete(Entry entry) {
    return rawKey(entry).equals("$patch")
        && entry.value() instanceof YamlScalar value
        && value.text().equals("delete");
  }

  /** The mapping with another value for an entry, or without the entry. */
  private static YamlMapping with(YamlMapping mapping, Entry entry, @Nullable YamlNode value) {
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    for (Entry e : mapping.entries()) {
      if (e != entry) {
        entries.add(e);
      } else if (value != null) {
        entries.add(new Entry(entry.key(), value));
      }
    }
    return mapping.withEntries(entries);
  }

  /** Whether a document has nothing but version, kind and name, which Talos then ignores. */
  private static boolean saysNothing(YamlMapping root) {
    for (Entry entry : root.entries()) {
      boolean plain = entry.key() instanceof YamlScalar && entry.value() instanceof YamlScalar;
      String key = rawKey(entry);
      if (!plain || !(key.equals("version") || key.equals("kind") || key.equals("name"))) {
        return false;
      }
    }
    return true;
  }
}
