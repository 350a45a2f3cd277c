package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.GoYaml;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlProblem;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file as a Talos version loads it ({@code configloader/internal/decoder/decoder.go}), with
 * one difference: Talos stops at the first document it refuses, and we go on to say everything
 * there is to say.
 */
public final class TalosReader {
  private final SourceFile source;
  private final TalosVersion version;
  private final FileRole role;
  private final Origins origins;
  private final Report report;
  private final PatchStatements statements = new PatchStatements();
  private final List<TalosDocument> documents = new ArrayList<>();

  private TalosReader(SourceFile source, TalosVersion version, FileRole role) {
    this.source = source;
    this.version = version;
    this.role = role;
    this.origins = Origins.of(source);
    this.report = new Report(origins);
  }

  /** Reads a file. Any file gives an answer; what Talos would refuse is among its findings. */
  public static TalosFile read(SourceFile source, TalosVersion version, FileRole role) {
    return new TalosReader(source, version, role).read();
  }

  /** A file read as a strategic-merge patch, and what the patch says. */
  record PatchReading(TalosFile file, List<PatchStatement> statements) {}

  static PatchReading readPatch(SourceFile source, TalosVersion version) {
    var reader = new TalosReader(source, version, FileRole.PATCH);
    TalosFile file = reader.read();
    return new PatchReading(file, reader.statements.all());
  }

  private TalosFile read() {
    YamlStream stream = YamlStream.read(source, yamlOf(version));
    boolean patch =
        role == FileRole.PATCH || (role == FileRole.AUTO && source.text().contains("$patch"));
    for (YamlProblem problem : stream.problems()) {
      report.add(YamlFindings.of(source, problem));
    }
    int yamlFindings = report.findings().size();
    if (isEmpty(stream)) {
      noDocument(stream);
      return file(patch, role != FileRole.AUTO, report.findings().size());
    }
    readDocuments(stream, patch);
    boolean talos = role != FileRole.AUTO || Relevance.of(source, documents);
    return file(patch, talos, yamlFindings);
  }

  /** Of a file that is not Talos's at all, only what is wrong with its YAML is worth saying. */
  private TalosFile file(boolean patch, boolean talos, int yamlFindings) {
    List<Finding> findings = report.findings();
    return new TalosFile(
        source,
        origins,
        version,
        patch,
        documents,
        talos ? findings : findings.subList(0, yamlFindings),
        report.secrets(),
        talos);
  }

  private static boolean isEmpty(YamlStream stream) {
    for (YamlDocument document : stream.documents()) {
      if (!(document.root() instanceof YamlScalar scalar && scalar.isNull())) {
        return false;
      }
    }
    return true;
  }

  /** The go-yaml a Talos version is built with ({@code go.mod} of its tag). */
  static GoYaml yamlOf(TalosVersion version) {
    if (TalosChange.TIMESTAMPS_ARE_NOT_STRINGS.in(version)) {
      return GoYaml.V4_RC6;
    }
    if (TalosChange.CONSTRUCT_WORDING.in(version)) {
      return GoYaml.V4_RC4;
    }
    return TalosChange.REGISTRY_DOCUMENTS.in(version) ? GoYaml.V4_RC3 : GoYaml.V3;
  }

  private void noDocument(YamlStream stream) {
    boolean panics = !stream.documents().isEmpty() && !TalosChange.EMPTY_DOCUMENTS.in(version);
    report.add(
        (panics ? LoadRules.EMPTY_DOCUMENT : LoadRules.NO_DOCUMENT)
            .finding(
                source.span(0, 0),
                "the file holds no document, so Talos finds no configuration in it")
            .withUpstream(panics ? "recovered: expected a mapping node" : "config not found"));
  }

  private void readDocuments(YamlStream stream, boolean patch) {
    List<YamlDocument> kept = patch ? readStatements(stream) : stream.documents();
    if (!patch) {
      decode(kept);
    }
    if (!repeatsAllowed(patch)) {
      reportRepeated(kept);
    }
    ContainerDuplicates.report(report, documents, repeatsAllowed(patch));
  }

  private void decode(List<YamlDocument> some) {
    for (StreamPiece piece : StreamPiece.decode(origins, version, some)) {
      documents.addAll(piece.documents());
      report.addAll(piece.report());
    }
  }

  /** Reads what a patch says, in its order; gives back what is left of it without deletions. */
  private List<YamlDocument> readStatements(YamlStream stream) {
    List<YamlDocument> kept = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      YamlNode root = document.root();
      YamlNode rest =
          root != null && root.resolved() instanceof YamlMapping mapping
              ? statements.strip(document, mapping, report, version)
              : root;
      if (rest != null) {
        int before = documents.size();
        YamlDocument left = document.withRoot(rest);
        kept.add(left);
        decode(List.of(left));
        documents.subList(before, documents.size()).forEach(statements::merge);
      }
    }
    return kept;
  }

  private boolean repeatsAllowed(boolean patch) {
    return patch && TalosChange.PATCH_REPEATS_DOCUMENTS.in(version);
  }

  private void reportRepeated(List<YamlDocument> all) {
    Map<DocumentId, YamlNode> seen = new HashMap<>();
    for (YamlDocument document : all) {
      YamlNode root = document.root();
      if (root != null && root.resolved() instanceof YamlMapping mapping) {
        DocumentId id = DocumentId.of(mapping);
        YamlNode first = seen.putIfAbsent(id, mapping);
        if (first != null) {
          reportRepeated(id, mapping, first);
        }
      }
    }
  }

  private void reportRepeated(DocumentId id, YamlNode root, YamlNode first) {
    String where =
        TalosChange.EMPTY_DOCUMENTS.in(version) ? " (line " + report.line(root) + ")" : "";
    report.add(
        LoadRules.DUPLICATE_DOCUMENT
            .finding(
                report.span(root), "Talos refuses the file: " + id.described() + " is in it twice")
            .withHelp("merge the two documents into one")
            .withUpstream("duplicate document " + id + " is not allowed" + where)
            .withRelated(report.span(first), "the first one"));
  }
}
