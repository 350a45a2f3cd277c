package dev.regwright.talos;

import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Related;
import dev.regwright.source.Span;
import dev.regwright.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Talos configuration that stands inside a file of another kind, as a text or as a node, and is a
 * patch of its own. What is found in it points into itself; this turns it to the file a user sees.
 */
public final class Embedded {
  private final TalosFile file;
  private final @Nullable Excerpt excerpt;
  private final TalosFile.TextRange editable;

  /**
   * An embedded patch.
   *
   * @param excerpt where {@code file}'s text comes from; null when it is the user's file itself
   * @param editable the part of {@code file}'s text that repairs may touch
   */
  Embedded(TalosFile file, @Nullable Excerpt excerpt, TalosFile.TextRange editable) {
    this.file = file;
    this.excerpt = excerpt;
    this.editable = editable;
  }

  /** The patch, with places of its own text. */
  public TalosFile file() {
    return file;
  }

  /** Whether it is a text of its own, rather than nodes of the user's file. */
  public boolean isText() {
    return excerpt != null;
  }

  /** A place in the patch as one of the user's file. */
  public Span outer(Span span) {
    return excerpt == null ? span : excerpt.span(span);
  }

  /** A finding about the patch as one about the user's file. */
  public Finding outer(Finding finding) {
    List<Related> related = new ArrayList<>();
    for (Related place : finding.related()) {
      related.add(new Related(outer(place.span()), place.message()));
    }
    List<Fix> fixes = new ArrayList<>();
    for (Fix fix : finding.fixes()) {
      outer(fix).ifPresent(fixes::add);
    }
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.stage(),
        outer(finding.span()),
        finding.message(),
        finding.help(),
        finding.upstream(),
        related,
        fixes);
  }

  /** A repair of the patch as one of the user's file; empty when it cannot be written there. */
  public Optional<Fix> outer(Fix fix) {
    List<TextEdit> edits = new ArrayList<>();
    for (TextEdit edit : fix.edits()) {
      boolean within = edit.start() >= editable.start() && edit.end() <= editable.end();
      TextEdit outer = !within ? null : excerpt == null ? edit : excerpt.edit(edit);
      if (outer == null) {
        return Optional.empty();
      }
      edits.add(outer);
    }
    return Optional.of(new Fix(fix.title(), fix.safe(), edits));
  }

  /** Ranges of the user's file that must never be shown. */
  public List<TalosFile.TextRange> secrets() {
    List<TalosFile.TextRange> ranges = new ArrayList<>();
    for (TalosFile.TextRange secret : file.secrets()) {
      ranges.add(excerpt == null ? secret : excerpt.range(secret));
    }
    return ranges;
  }

  @Override
  public String toString() {
    return "embedded in " + file;
  }
}
