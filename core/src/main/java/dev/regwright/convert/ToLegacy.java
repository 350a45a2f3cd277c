package dev.regwright.convert;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosWriter;
import dev.regwright.yaml.Comment;
import dev.regwright.yaml.CommentScan;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves the registry documents of one file into {@code machine.registries}, together with what is
 * there already.
 */
final class ToLegacy {
  private final TalosFile file;
  private final String text;
  private final TalosVersion target;
  private final EffectiveConfig effective;
  private final Places places;
  private final List<Finding> refusals = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private final MovedComments comments = new MovedComments();

  ToLegacy(TalosFile file, TalosVersion target) {
    this.file = file;
    this.text = file.source().text();
    this.target = target;
    this.effective = EffectiveConfig.of(file);
    this.places = Places.of(effective, file.source().name());
  }

  Conversion run() {
    List<YamlDocument> documents = new ArrayList<>();
    for (TalosDocument document : file.documents()) {
      if (!(document instanceof TalosDocument.Machine)
          && !(document instanceof TalosDocument.Other)) {
        documents.add(document.yaml());
      }
    }
    PatchDeletions.of(file).refuse(false, refusals);
    if (!documents.isEmpty()) {
      RepeatedEntries.refuse(file, refusals);
    }
    List<LegacyPart> parts = documents.isEmpty() ? List.of() : LegacyPart.of(file, refusals, true);
    if (!refusals.isEmpty()) {
      return new Conversion.Refused(refusals);
    }
    if (documents.isEmpty()) {
      return new Conversion.Unchanged();
    }
    takeComments(documents, parts);
    RegistryConfig config = Renderer.uniform(effective.config());
    String legacy =
        comments.into(TalosWriter.of(target).legacy(config), file.source().name(), target);
    for (YamlDocument document : documents) {
      edits.add(new TextEdit(document.start(), end(document), ""));
    }
    place(legacy, parts, documents);
    if (!refusals.isEmpty()) {
      return new Conversion.Refused(refusals);
    }
    return Outcome.of(file, places, edits, target).settled(config, List.of());
  }

  private void takeComments(List<YamlDocument> documents, List<LegacyPart> parts) {
    if (text.indexOf('#') < 0) {
      return;
    }
    List<Landmark> landmarks = Landmarks.of(file);
    for (LegacyPart part : parts) {
      comments.take(text, part.comments(text), part.within(landmarks));
    }
    for (YamlDocument document : documents) {
      YamlNode root = document.root();
      List<Comment> found =
          CommentScan.in(
              text, document.start(), document.end(), root == null ? List.of() : List.of(root));
      List<Landmark> inside = new ArrayList<>();
      for (Landmark landmark : landmarks) {
        if (landmark.start() >= document.start() && landmark.start() < document.end()) {
          inside.add(landmark);
        }
      }
      comments.take(text, found, inside);
    }
  }

  private void place(String legacy, List<LegacyPart> parts, List<YamlDocument> documents) {
    TalosDocument.Machine machine = machine();
    String lineBreak = TextLines.lineBreak(text);
    if (machine == null) {
      boolean others = documents.size() < file.documents().size();
      int first = documents.get(0).start();
      String separator = others ? "---\n" : "";
      // In the place of the first document that goes, so that what stands above it stays there.
      boolean marked = text.startsWith("---", first);
      String whole = (marked ? "---\n" : "") + legacy + (marked || !others ? "" : separator);
      edits.set(
          0,
          new TextEdit(
              first,
              end(documents.get(0)),
              TextLines.broken(withoutDoubleMarker(whole, documents), lineBreak)));
      return;
    }
    for (LegacyPart part : parts) {
      edits.add(new TextEdit(part.start(), part.end(), ""));
    }
    new LegacyPlace(file, machine, parts.isEmpty() ? null : parts.get(0))
        .put(legacy, lineBreak, edits, refusals);
  }

  /** What follows the first document begins with its own marker. */
  private String withoutDoubleMarker(String whole, List<YamlDocument> documents) {
    boolean markerFollows = text.startsWith("---", end(documents.get(0)));
    return markerFollows && whole.endsWith("---\n")
        ? whole.substring(0, whole.length() - 4)
        : whole;
  }

  /** Where a document ends, with the line break of a marker that ends it. */
  private int end(YamlDocument document) {
    int end = document.end();
    int next = TextLines.next(text, end);
    boolean marker = end > 0 && !TextLines.isBreak(text.charAt(end - 1));
    return marker && TextLines.isBlank(text, end, next) ? next : end;
  }

  private TalosDocument.@Nullable Machine machine() {
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine
          && machine.yaml().root() instanceof YamlMapping) {
        return machine;
      }
    }
    return null;
  }
}
