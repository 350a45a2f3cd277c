package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Consecutive documents of a stream, decoded. What one document is does not depend on the others,
 * so long streams are decoded in pieces side by side.
 *
 * @param report what Talos would refuse in these documents
 */
record StreamPiece(List<TalosDocument> documents, Report report) {
  private static final int LONG = 4096;
  private static final int PIECES = 4;

  /** Decodes all documents of a stream. The answer does not depend on how they were divided. */
  static List<StreamPiece> decode(
      Origins origins, TalosVersion version, List<YamlDocument> documents) {
    if (documents.size() < LONG) {
      return List.of(piece(origins, version, documents));
    }
    int size = documents.size();
    return IntStream.range(0, PIECES)
        .parallel()
        .mapToObj(i -> documents.subList(size * i / PIECES, size * (i + 1) / PIECES))
        .map(some -> piece(origins, version, some))
        .toList();
  }

  private static StreamPiece piece(
      Origins origins, TalosVersion version, List<YamlDocument> documents) {
    var piece = new StreamPiece(new ArrayList<>(documents.size()), new Report(origins));
    var decoder = new DocumentDecoder(piece.report, version);
    for (YamlDocument document : documents) {
      YamlNode root = document.root();
      if (root instanceof YamlScalar scalar && scalar.isNull()) {
        piece.emptyDocument(root, version);
      } else if (root != null && root.resolved() instanceof YamlMapping mapping) {
        piece.documents.add(decoder.decode(document, mapping));
      } else if (root != null) {
        piece.notADocument(root, version);
      }
    }
    return piece;
  }

  private void emptyDocument(YamlNode root, TalosVersion version) {
    if (!TalosChange.EMPTY_DOCUMENTS.in(version)) {
      report.add(
          LoadRules.EMPTY_DOCUMENT
              .finding(report.span(root), "Talos " + version + " panics on this empty document")
              .withHelp("remove the extra ---, or use Talos 1.12.3 or newer")
              .withUpstream("recovered: expected a mapping node"));
    }
  }

  private void notADocument(YamlNode root, TalosVersion version) {
    boolean named = TalosChange.EMPTY_DOCUMENTS.in(version);
    report.add(
        LoadRules.NOT_A_DOCUMENT
            .finding(
                report.span(root), "Talos expects a mapping here, with apiVersion, kind and so on")
            .withUpstream(
                named
                    ? "expected a YAML document at line " + report.line(root)
                    : "recovered: expected a mapping node"));
  }
}
