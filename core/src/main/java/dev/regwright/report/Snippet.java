package dev.regwright.report;

import dev.regwright.source.Finding;
import dev.regwright.source.Related;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines of a file that a finding speaks of, with marks below the places:
 *
 * <pre>{@code
 *   |
 * 3 | name: docker.io
 *   | ---- first defined here
 *   ...
 * 9 | name: ghcr.io
 *   | ^^^^
 * }</pre>
 */
final class Snippet {
  private final SourceFile source;
  private final Redactor redactor;
  private final Paint paint;
  private final Severity severity;
  private final List<Mark> marks = new ArrayList<>();

  private Snippet(SourceFile source, Redactor redactor, Paint paint, Severity severity) {
    this.source = source;
    this.redactor = redactor;
    this.paint = paint;
    this.severity = severity;
  }

  /** A place to mark; the main one is the finding's own. */
  private record Mark(Span span, boolean main, String label) {}

  static Snippet of(
      Finding finding, SourceFile source, Redactor redactor, CleanTexts texts, Paint paint) {
    Snippet snippet = new Snippet(source, redactor, paint, finding.severity());
    snippet.add(new Mark(finding.span(), true, ""));
    for (Related related : finding.related()) {
      if (snippet.shows(related)) {
        String label = Printable.of(texts.of(related.message()));
        snippet.add(new Mark(related.span(), false, label));
      }
    }
    return snippet;
  }

  /** Whether a related place is part of the snippet; those in other files are not. */
  boolean shows(Related related) {
    return related.span().path().equals(source.name()) && inFile(related.span());
  }

  private boolean inFile(Span span) {
    return span.startLine() <= source.lineCount();
  }

  /** Inserts by line, the main mark first among those of a line. */
  private void add(Mark mark) {
    if (!inFile(mark.span())) {
      return;
    }
    int at = marks.size();
    while (at > 0 && marks.get(at - 1).span().startLine() > mark.span().startLine()) {
      at--;
    }
    marks.add(at, mark);
  }

  /** Whether there is anything to look at. */
  boolean isEmpty() {
    return marks.isEmpty() || source.text().isBlank();
  }

  /** How many digits the line numbers need. */
  int gutter() {
    return marks.isEmpty()
        ? 1
        : Integer.toString(marks.get(marks.size() - 1).span().startLine()).length();
  }

  void write(StringBuilder out, int gutter) {
    String margin = " ".repeat(gutter);
    out.append(margin).append(paint.frame(" |")).append('\n');
    int last = 0;
    DisplayLine display = null;
    for (Mark mark : marks) {
      int line = mark.span().startLine();
      if (display == null || line != last) {
        if (last != 0 && line > last + 1) {
          out.append(margin).append(paint.frame(" ...")).append('\n');
        }
        display = display(mark);
        writeLine(out, gutter, line, display);
        last = line;
      }
      out.append(margin).append(paint.frame(" |")).append(' ');
      writeMark(out, mark, display);
    }
  }

  private DisplayLine display(Mark mark) {
    int line = mark.span().startLine();
    String text = source.lineText(line);
    BitSet hidden = redactor.hidden(line);
    return DisplayLine.of(text, hidden, index(text, mark.span().startColumn()));
  }

  private void writeLine(StringBuilder out, int gutter, int line, DisplayLine display) {
    String number = Integer.toString(line);
    String padding = " ".repeat(gutter - number.length());
    out.append(paint.frame(padding + number + " |"));
    String text = display.text();
    out.append(text.isEmpty() ? "" : " ").append(text).append('\n');
  }

  private void writeMark(StringBuilder out, Mark mark, DisplayLine display) {
    Span span = mark.span();
    String text = source.lineText(span.startLine());
    int start = display.column(index(text, span.startColumn()));
    boolean oneLine = span.endLine() == span.startLine();
    int end = display.column(oneLine ? index(text, span.endColumn()) : text.length());
    String carets = (mark.main() ? "^" : "-").repeat(Math.max(1, end - start));
    out.append(" ".repeat(start));
    out.append(mark.main() ? paint.severity(severity, carets) : paint.frame(carets));
    if (!mark.label().isEmpty()) {
      out.append(' ').append(paint.frame(mark.label()));
    }
    out.append('\n');
  }

  /** The index in a line of a 1-based column, which counts code points. */
  private static int index(String text, int column) {
    int index = 0;
    for (int i = 1; i < column && index < text.length(); i++) {
      index += Character.charCount(text.codePointAt(index));
    }
    return index;
  }
}
