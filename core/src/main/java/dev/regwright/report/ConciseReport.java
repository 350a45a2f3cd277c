package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import java.io.IOException;

/**
 * One line per finding, as compilers print them: {@code path:line:column: severity rule message}.
 */
final class ConciseReport implements Report {
  private final Appendable out;

  ConciseReport(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(LintedFile file) throws IOException {
    StringBuilder line = new StringBuilder();
    if (file.findings().isEmpty()) {
      return;
    }
    Redactor redactor = new Redactor(file);
    for (Finding finding : file.findings()) {
      CleanTexts texts = new CleanTexts(finding, file.source(), redactor);
      Span span = finding.span();
      line.setLength(0);
      line.append(Printable.of(span.path()));
      line.append(':').append(span.startLine()).append(':').append(span.startColumn());
      line.append(": ").append(finding.severity().label());
      line.append(' ').append(finding.rule());
      line.append(' ').append(Printable.of(texts.of(finding.message())));
      out.append(line.append('\n'));
    }
  }

  @Override
  public void finish() {}
}
