package dev.regwright.convert;

import dev.regwright.model.Auth;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.Finding;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosWriter;
import dev.regwright.yaml.Comment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves {@code machine.registries} of one file into documents. What documents of the same name
 * replace anyway goes; everything else of the file stays as it is.
 */
final class ToDocuments {
  private final TalosFile file;
  private final String text;
  private final TalosVersion target;
  private final EffectiveConfig effective;
  private final Places places;
  private final List<Finding> refusals = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private final MovedComments comments = new MovedComments();

  ToDocuments(TalosFile file, TalosVersion target) {
    this.file = file;
    this.text = file.source().text();
    this.target = target;
    this.effective = EffectiveConfig.of(file);
    this.places = Places.of(effective, file.source().name());
  }

  Conversion run() {
    List<LegacyPart> parts = LegacyPart.of(file, refusals, false);
    if (!parts.isEmpty()) {
      RepeatedEntries.refuse(file, refusals);
    }
    if (!refusals.isEmpty()) {
      return new Conversion.Refused(refusals);
    }
    if (parts.isEmpty()) {
      return new Conversion.Unchanged();
    }
    RegistryConfig legacy = legacy();
    refusals.addAll(DocumentGaps.of(legacy, target, ConvertRules.REFUSED, places));
    if (!refusals.isEmpty()) {
      return new Conversion.Refused(refusals);
    }
    ClientKeys keys = ClientKeys.of(legacy, target, places);
    notes.addAll(keys.findings());
    notes.addAll(LegacyNotes.of(file, effective));
    List<Landmark> landmarks = null;
    LegacyPart emptied = null;
    for (LegacyPart part : parts) {
      List<Comment> found = part.comments(text);
      landmarks = landmarks != null || found.isEmpty() ? landmarks : Landmarks.of(file);
      if (landmarks != null) {
        comments.take(text, found, part.within(landmarks));
      }
      emptied = part.emptiesDocument() ? part : emptied;
    }
    String documents = TalosWriter.of(target).documents(keys.config());
    if (documents.isEmpty()) {
      return emptied != null && isAlone(emptied)
          ? new Conversion.Unchanged() // no document would be left, which Talos does not load
          : withoutDocuments(parts);
    }
    place(parts, emptied, comments.into(documents, file.source().name(), target));
    return finished();
  }

  /** Takes out what says nothing that counts; its comments stay where they are. */
  private Conversion withoutDocuments(List<LegacyPart> parts) {
    String lineBreak = TextLines.lineBreak(text);
    for (LegacyPart part : parts) {
      String indent = " ".repeat(TextLines.indent(text, part.start()));
      StringBuilder instead = new StringBuilder(part.instead());
      for (Comment comment : part.comments(text)) {
        instead.append(indent).append(comment.text()).append(lineBreak);
      }
      int start = part.emptiesDocument() ? part.withMarker(text) : part.start();
      edits.add(new TextEdit(start, part.end(), instead.toString()));
    }
    return finished();
  }

  /** Whether no other document is in the file. */
  private boolean isAlone(LegacyPart part) {
    for (TalosDocument document : file.documents()) {
      if (document.yaml().start() != part.document().start()) {
        return false;
      }
    }
    return true;
  }

  private Conversion finished() {
    if (!refusals.isEmpty()) {
      return new Conversion.Refused(refusals);
    }
    RegistryConfig wanted = ClientKeys.of(effective.config(), target, places).config();
    return Outcome.of(file, places, edits, target).settled(wanted, notes);
  }

  /** What {@code machine.registries} says that counts. */
  private RegistryConfig legacy() {
    Map<String, Mirror> mirrors = new LinkedHashMap<>(effective.config().mirrors());
    mirrors.keySet().removeIf(name -> !isLegacy(effective.mirror(name)));
    Map<String, Auth> auths = new LinkedHashMap<>(effective.config().auths());
    auths.keySet().removeIf(name -> !isLegacy(effective.auth(name)));
    Map<String, Tls> tls = new LinkedHashMap<>(effective.config().tls());
    tls.keySet().removeIf(name -> !isLegacy(effective.tls(name)));
    return new RegistryConfig(mirrors, auths, tls);
  }

  private static boolean isLegacy(EffectiveConfig.@Nullable Origin<?> origin) {
    return origin != null && LegacyNotes.isLegacy(origin.entry());
  }

  private void place(List<LegacyPart> parts, @Nullable LegacyPart emptied, String documents) {
    String lineBreak = TextLines.lineBreak(text);
    String broken = TextLines.broken(documents, lineBreak);
    for (LegacyPart part : parts) {
      if (part.equals(emptied)) {
        edits.add(onOwnLines(part, broken, lineBreak));
      } else {
        edits.add(new TextEdit(part.start(), part.end(), part.instead()));
      }
    }
    if (emptied == null && !documents.isEmpty()) {
      append(parts, "---" + lineBreak + broken, lineBreak);
    }
  }

  /** Lines in place of a flow mapping, which may stand behind a marker and has a line break. */
  private TextEdit onOwnLines(LegacyPart part, String lines, String lineBreak) {
    int lineStart = TextLines.start(text, part.start());
    boolean behind = !TextLines.isBlank(text, lineStart, part.start());
    int start = part.start();
    while (start > lineStart && TextLines.isBlank(text, start - 1, start)) {
      start--;
    }
    int end = part.end();
    boolean ended =
        end < text.length()
            && TextLines.isBreak(text.charAt(end))
            && !TextLines.isBreak(text.charAt(end - 1));
    return new TextEdit(
        start, end, (behind ? lineBreak : "") + (ended ? TextLines.unbroken(lines) : lines));
  }

  private void append(List<LegacyPart> parts, String documents, String lineBreak) {
    boolean open = !text.isEmpty() && !TextLines.isBreak(text.charAt(text.length() - 1));
    boolean removedToEnd = parts.get(parts.size() - 1).end() == text.length();
    if (open && !removedToEnd && LegacyPart.endsInBlockScalar(file)) {
      refusals.add(
          ConvertRules.REFUSED
              .finding(
                  file.source().span(text.length(), text.length()),
                  "the file's last value would change: it ends without a line break")
              .withHelp("end the file with a line break"));
      return;
    }
    String gap = open && !removedToEnd ? lineBreak : "";
    edits.add(new TextEdit(text.length(), text.length(), gap + documents));
  }
}
