package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import java.io.IOException;

/**
 * Workflow commands of GitHub Actions, which become annotations of a pull request (docs.github.com,
 * "Workflow commands").
 */
final class GithubReport implements Report {
  private final Appendable out;

  GithubReport(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(LintedFile file) throws IOException {
    for (Shown shown : Shown.of(file)) {
      Span span = shown.finding().span();
      out.append("::").append(command(shown.finding().severity()));
      out.append(" file=").append(property(span.path()));
      out.append(",line=").append(String.valueOf(span.startLine()));
      out.append(",endLine=").append(String.valueOf(span.endLine()));
      if (span.startLine() == span.endLine()) {
        out.append(",col=").append(String.valueOf(span.startColumn()));
        out.append(",endColumn=").append(String.valueOf(span.endColumn()));
      }
      out.append(",title=").append(property(shown.finding().rule()));
      out.append("::").append(data(shown.lines())).append('\n');
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  @Override
  public void finish() {}
}
