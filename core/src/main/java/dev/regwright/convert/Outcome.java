package dev.regwright.convert;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.DocumentErrors;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosReader;
import dev.regwright.talos.TalosValidator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A changed text, read again before anybody gets it: it must be what the target version takes, and
 * mean what the old one meant.
 */
final class Outcome {
  private final TalosFile before;
  private final Places places;
  private final List<TextEdit> edits;
  private final TalosFile after;

  private Outcome(TalosFile before, Places places, List<TextEdit> edits, TalosFile after) {
    this.before = before;
    this.places = places;
    this.edits = edits;
    this.after = after;
  }

  static Outcome of(TalosFile before, Places places, List<TextEdit> edits, TalosVersion target) {
    FileRole role = before.patch() ? FileRole.PATCH : FileRole.CONFIG;
    SourceFile old = before.source();
    SourceFile source = SourceFile.of(old.name(), Edits.apply(old.text(), edits));
    return new Outcome(before, places, edits, TalosReader.read(source, target, role));
  }

  /** The changed text, if nothing speaks against it. */
  Conversion settled(RegistryConfig wanted, List<Finding> notes) {
    List<Finding> objections = objections(wanted);
    return objections.isEmpty()
        ? new Conversion.Changed(after.source().text(), edits, List.of(), notes)
        : new Conversion.Refused(objections);
  }

  /** Why the new text cannot take the old one's place; empty when it can. */
  private List<Finding> objections(RegistryConfig wanted) {
    List<Finding> all = new ArrayList<>();
    List<Finding> errors = judged(after);
    List<Landmark> landmarks = errors.isEmpty() ? List.of() : Landmarks.of(after);
    for (Finding finding : errors) {
      all.add(inOldPlace(finding, landmarks));
    }
    if (all.isEmpty() && !SameRequests.of(wanted, EffectiveConfig.of(after).config())) {
      all.add(
          ConvertRules.REFUSED
              .finding(
                  Span.startOf(before.source().name()),
                  "the converted file would not mean the same, so nothing is changed")
              .withHelp("this is a bug in regwright: please report it with a reduced file"));
    }
    return all;
  }

  /** What Talos itself says against a file. */
  static List<Finding> judged(TalosFile file) {
    List<Finding> errors = new ArrayList<>();
    for (Finding finding : file.findings()) {
      if (finding.stage() == Stage.LOAD) {
        errors.add(finding);
      }
    }
    for (DocumentErrors document : TalosValidator.validate(file, null)) {
      for (Finding finding : document.findings()) {
        if (finding.stage() == Stage.VALIDATE) {
          errors.add(finding);
        }
      }
    }
    return errors;
  }

  private Finding inOldPlace(Finding finding, List<Landmark> landmarks) {
    Span span = Span.startOf(before.source().name());
    Landmark landmark = above(landmarks, finding.span().startLine());
    if (landmark != null) {
      Address address = landmark.address();
      span = places.of(address.part(), address.name(), address.endpoint());
    }
    return ConvertRules.REFUSED
        .finding(span, "cannot be converted: " + finding.message())
        .withHelp(finding.help())
        .withUpstream(withoutLine(finding.upstream()));
  }

  /** The last landmark that begins on a line or above it. */
  private @Nullable Landmark above(List<Landmark> landmarks, int line) {
    int low = 0;
    int high = landmarks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (after.source().line(landmarks.get(middle).start()) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : landmarks.get(low - 1);
  }

  /** Talos counts lines in the file that is not written. */
  private static @Nullable String withoutLine(@Nullable String upstream) {
    if (upstream == null || !upstream.startsWith("line ")) {
      return upstream;
    }
    int colon = upstream.indexOf(": ");
    return colon < 0 ? upstream : upstream.substring(colon + 2);
  }
}
