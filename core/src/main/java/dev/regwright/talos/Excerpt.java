package dev.regwright.talos;

import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.TextEdit;
import dev.regwright.yaml.ScalarText;
import dev.regwright.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** A scalar read as a file of its own, and the way back to the file a user sees. */
final class Excerpt {
  private final SourceFile outer;
  private final YamlScalar scalar;
  private final ScalarText text;
  private final SourceFile inner;
  private final @Nullable Excerpt within;

  /**
   * An excerpt.
   *
   * @param outer the file or text the scalar stands in
   * @param within what {@code outer} itself is an excerpt of, or null
   */
  Excerpt(SourceFile outer, YamlScalar scalar, @Nullable Excerpt within) {
    this.outer = outer;
    this.scalar = scalar;
    this.within = within;
    this.text = ScalarText.of(outer.text(), scalar);
    this.inner = SourceFile.of(outer.name(), scalar.text());
  }

  /** The scalar's value, under the name of the file it stands in. */
  SourceFile inner() {
    return inner;
  }

  /** A span of the value as one of the file. */
  Span span(Span span) {
    int start = offset(span.startLine(), span.startColumn());
    int end = offset(span.endLine(), span.endColumn());
    return outermost().span(place(start), Math.max(place(start), place(end)));
  }

  /** A range of the value as one of the file: all of the scalar, when it is not surely known. */
  TalosFile.TextRange range(TalosFile.TextRange range) {
    int start = text.exact() ? text.outer(range.start()) : scalar.start();
    int end = text.exact() ? text.outer(range.end()) : scalar.end();
    var here = new TalosFile.TextRange(start, Math.max(start, end));
    return within == null ? here : within.range(here);
  }

  /** An edit of the value as one of the file, or null when it cannot be written there. */
  @Nullable TextEdit edit(TextEdit edit) {
    TextEdit here = text.edit(edit);
    return here == null || within == null ? here : within.edit(here);
  }

  private SourceFile outermost() {
    return within == null ? outer : within.outermost();
  }

  private int place(int index) {
    int here = text.outer(index);
    return within == null ? here : within.place(here);
  }

  private int offset(int line, int column) {
    String value = inner.text();
    int at = inner.lineStart(Math.max(1, Math.min(line, inner.lineCount())));
    for (int i = 1; i < column && at < value.length(); i++) {
      at += Character.charCount(value.codePointAt(at));
    }
    return at;
  }
}
