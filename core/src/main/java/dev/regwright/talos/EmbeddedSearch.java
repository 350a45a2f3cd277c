package dev.regwright.talos;

import dev.regwright.source.DidYouMean;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The search for embedded patches in one file or in one text inside a file. */
final class EmbeddedSearch {
  private static final int SHORTEST = 16;
  private static final Set<String> KINDS =
      Set.of(DocumentDecoder.MIRROR, DocumentDecoder.AUTH, DocumentDecoder.TLS);

  /** What tells a broken text to be Talos's even where nothing else does. */
  private static final Pattern KIND_LINE =
      Pattern.compile("^kind: *[\"']?Registry(?:Mirror|Auth|TLS)Config\\b", Pattern.MULTILINE);

  private final TalosFile file;
  private final boolean talos;
  private final @Nullable Excerpt excerpt;
  private final List<Embedded> found;
  private final Deque<Visit> stack = new ArrayDeque<>();

  /**
   * A search.
   *
   * @param talos whether the file is Talos's own
   * @param excerpt what the file is an excerpt of; null for the user's file
   */
  EmbeddedSearch(TalosFile file, boolean talos, @Nullable Excerpt excerpt, List<Embedded> found) {
    this.file = file;
    this.talos = talos;
    this.excerpt = excerpt;
    this.found = found;
  }

  /** A node to look at; {@code patches} is true below a key that promises patches. */
  private record Visit(YamlNode node, boolean patches) {}

  void run() {
    for (TalosDocument document : file.documents()) {
      YamlNode root = document.yaml().root();
      if (root != null && EmbeddedYaml.mayHold(document, talos)) {
        stack.push(new Visit(root, isConfigPatch(root)));
        walk();
      }
    }
  }

  /** Omni's resource, whose {@code spec.data} is a patch. */
  private static boolean isConfigPatch(YamlNode root) {
    YamlMapping mapping = EntryReader.asMapping(root);
    YamlMapping metadata = mapping == null ? null : EntryReader.asMapping(mapping.get("metadata"));
    Field<String> type = metadata == null ? null : EntryReader.text(metadata, "type");
    return type != null && type.value().startsWith("ConfigPatches.");
  }

  private void walk() {
    while (!stack.isEmpty()) {
      Visit visit = stack.pop();
      if (visit.node() instanceof YamlScalar scalar) {
        scalar(scalar, visit.patches());
      } else if (visit.node() instanceof YamlSequence sequence) {
        sequence(sequence, visit.patches());
      } else if (visit.node() instanceof YamlMapping mapping
          && !(visit.patches() && isPatch(mapping))) {
        List<YamlMapping.Entry> entries = mapping.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
          YamlMapping.Entry entry = entries.get(i);
          boolean patches = visit.patches() || promisesPatches(entry.keyText());
          stack.push(new Visit(entry.value(), patches));
        }
      }
    }
  }

  private static boolean promisesPatches(@Nullable String key) {
    if (key == null) {
      return false;
    }
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.endsWith("patch") || lower.endsWith("patches");
  }

  private void sequence(YamlSequence sequence, boolean patches) {
    List<YamlNode> others = new ArrayList<>(sequence.items());
    if (patches) {
      operations(sequence);
      others.removeIf(JsonPatchOperation::isOperation);
    }
    for (int i = others.size() - 1; i >= 0; i--) {
      stack.push(new Visit(others.get(i), patches));
    }
  }

  private void scalar(YamlScalar scalar, boolean patches) {
    boolean text =
        scalar.style() != YamlScalar.Style.PLAIN
            && scalar.text().length() >= SHORTEST
            && Relevance.mayConfigureRegistries(scalar.text());
    if (!text) {
      return;
    }
    var here = new Excerpt(file.source(), scalar, excerpt);
    SourceFile inner = here.inner();
    TalosFile read = TalosReader.read(inner, file.version(), FileRole.PATCH);
    boolean ofTalos = isTalos(read, patches);
    if (ofTalos) {
      found.add(new Embedded(read, here, new TalosFile.TextRange(0, inner.text().length())));
    }
    if (read.documents().isEmpty() && inner.text().contains("/machine")) {
      jsonPatches(read, here);
    } else if (excerpt == null) {
      new EmbeddedSearch(read, ofTalos, here, found).run();
    }
  }

  private void jsonPatches(TalosFile read, Excerpt here) {
    var search = new EmbeddedSearch(read, false, here, found);
    for (YamlDocument document : YamlStream.read(read.source()).documents()) {
      if (document.root() instanceof YamlSequence operations) {
        search.operations(operations);
      }
    }
  }

  /** Whether a text is a patch with registries in it; a broken one is when all else says so. */
  private static boolean isTalos(TalosFile read, boolean patches) {
    for (TalosDocument document : read.documents()) {
      if (hasRegistries(document)) {
        return true;
      }
    }
    String text = read.source().text();
    return read.documents().isEmpty()
        && isBroken(read)
        && (KIND_LINE.matcher(text).find()
            || (patches && text.contains("machine:") && text.contains("registries:")));
  }

  private static boolean isBroken(TalosFile read) {
    for (Finding finding : read.findings()) {
      if (finding.rule().equals(LoadRules.YAML_SYNTAX.id())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasRegistries(TalosDocument document) {
    if (document instanceof TalosDocument.Machine machine) {
      return machine.registries() != null;
    }
    if (document instanceof TalosDocument.Other other) {
      YamlMapping root = EntryReader.asMapping(other.yaml().root());
      return isRegistryKind(other.kind())
          || (root != null && KINDS.contains(DocumentId.of(root).kind()));
    }
    return true;
  }

  private static boolean isRegistryKind(String kind) {
    return DidYouMean.closest(kind, KINDS).isPresent();
  }

  /** A mapping that is a patch itself; it is taken, and nothing in it is looked at again. */
  private boolean isPatch(YamlMapping mapping) {
    YamlMapping machine = EntryReader.asMapping(mapping.get("machine"));
    Field<String> kind = EntryReader.text(mapping, "kind");
    boolean candidate =
        (machine != null && EntryReader.present(machine.get("registries")) != null)
            || (kind != null && isRegistryKind(kind.value()));
    return candidate
        && take(List.of(mapping), new TalosFile.TextRange(mapping.start(), mapping.end()));
  }

  private void operations(YamlSequence sequence) {
    List<YamlMapping> roots = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      YamlMapping root =
          item instanceof YamlMapping m && JsonPatchOperation.isOperation(m)
              ? JsonPatchOperation.asMachineConfig(m)
              : null;
      if (root != null) {
        roots.add(root);
      }
    }
    if (!roots.isEmpty()) {
      take(roots, new TalosFile.TextRange(0, -1)); // its keys are made up, so repairs would miss
    }
  }

  private boolean take(List<YamlMapping> roots, TalosFile.TextRange editable) {
    var report = new Report(Origins.of(file.source()));
    var decoder = new DocumentDecoder(report, file.version());
    var statements = new PatchStatements();
    List<TalosDocument> documents = new ArrayList<>();
    for (YamlMapping root : roots) {
      var document = new YamlDocument(root, root.start(), root.end());
      YamlMapping rest = statements.strip(document, root, report, file.version());
      if (rest != null) {
        documents.add(decoder.decode(document.withRoot(rest), rest));
      }
    }
    if (documents.stream().noneMatch(EmbeddedSearch::hasRegistries)) {
      return false;
    }
    var patch =
        new TalosFile(
            file.source(),
            Origins.of(file.source()),
            file.version(),
            true,
            documents,
            report.findings(),
            report.secrets(),
            true);
    found.add(new Embedded(patch, excerpt, editable));
    return true;
  }
}
