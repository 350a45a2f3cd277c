package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import java.io.IOException;

/** A table for a step summary or a comment. */
final class MarkdownReport implements Report {
  private final ReportSettings settings;
  private final Appendable out;
  private final Tally tally = new Tally();
  private boolean begun;

  MarkdownReport(ReportSettings settings, Appendable out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  public void add(LintedFile file) throws IOException {
    tally.add(file);
    for (Shown shown : Shown.of(file)) {
      if (!begun) {
        begun = true;
        out.append("| | where | rule | what happens | what to do |\n|---|---|---|---|---|\n");
      }
      out.append("| ").append(shown.finding().severity().label());
      out.append(" | `").append(code(shown.path())).append(':');
      out.append(String.valueOf(shown.line())).append("` | `").append(shown.finding().rule());
      out.append("` | ").append(cell(shown.message()));
      out.append(" | ").append(shown.help() == null ? "" : cell(shown.help())).append(" |\n");
    }
  }

  private static String code(String text) {
    return Printable.of(text).replace("`", "'").replace("|", "\\|");
  }

  /** What Markdown or HTML would take for its own. */
  private static String cell(String text) {
    StringBuilder cell = new StringBuilder(text.length() + 16);
    for (char c : Printable.of(text).toCharArray()) {
      if ("\\`*_[]|".indexOf(c) >= 0) {
        cell.append('\\').append(c);
      } else if (c == '<') {
        cell.append("&lt;");
      } else if (c == '&') {
        cell.append("&amp;");
      } else {
        cell.append(c);
      }
    }
    return cell.toString();
  }

  @Override
  public void finish() throws IOException {
    String found = tally.findings();
    out.append(begun ? "\n" : "");
    out.append(found.isEmpty() ? "No findings" : found).append(" in ").append(tally.places());
    out.append(" (Talos ").append(settings.talos()).append(", containerd ");
    out.append(settings.containerd()).append(").").append(settings.unchanged(tally)).append('\n');
  }
}
