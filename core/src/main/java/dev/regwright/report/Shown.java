package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.source.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding with texts that are safe to be shown.
 *
 * @param path the file's name, printable
 */
record Shown(
    Finding finding,
    String path,
    String message,
    @Nullable String help,
    @Nullable String upstream) {

  /** All findings of a file, in its order. */
  static List<Shown> of(LintedFile file) {
    List<Shown> shown = new ArrayList<>(file.findings().size());
    if (file.findings().isEmpty()) {
      return shown;
    }
    Redactor redactor = new Redactor(file);
    for (Finding finding : file.findings()) {
      shown.add(of(finding, new CleanTexts(finding, file.source(), redactor)));
    }
    return shown;
  }

  /** One finding, with the texts of it. */
  static Shown of(Finding finding, CleanTexts texts) {
    return new Shown(
        finding,
        Printable.of(finding.span().path()),
        texts.of(finding.message()),
        texts.ofNullable(finding.help()),
        texts.ofNullable(finding.upstream()));
  }

  /** Message, upstream's words and help, each on a line of its own. */
  String lines() {
    StringBuilder text = new StringBuilder(message);
    if (upstream != null) {
      text.append("\nupstream: ").append(upstream);
    }
    if (help != null) {
      text.append("\nhelp: ").append(help);
    }
    return text.toString();
  }

  int line() {
    return finding.span().startLine();
  }

  int column() {
    return finding.span().startColumn();
  }
}
