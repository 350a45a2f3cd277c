package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Files and findings to report, without the rules that would find them. */
final class ReportFixtures {
  static final RuleInfo ERROR =
      new RuleInfo("some-error", "Something is wrong", Severity.ERROR, Stage.LOAD);
  static final RuleInfo WARNING =
      new RuleInfo("some-warning", "Something is odd", Severity.WARNING, Stage.PULL);
  static final RuleInfo INFO =
      new RuleInfo("some-info", "Something is worth knowing", Severity.INFO, Stage.ADVICE);

  private ReportFixtures() {}

  static LintedFile file(SourceFile source, Finding... findings) {
    return new LintedFile(source, List.of(findings), TalosVerdict.LOAD_ERROR, List.of());
  }

  /** The span of the first occurrence of a word. */
  static Span at(SourceFile source, String word) {
    int start = source.text().indexOf(word);
    return source.span(start, start + word.length());
  }

  static ReportSettings settings() {
    return new ReportSettings("1.2.3", Target.talos(TalosVersion.of("1.14")), false, true);
  }

  static String render(ReportFormat format, LintedFile... files) {
    return render(format, settings(), files);
  }

  static String render(ReportFormat format, ReportSettings settings, LintedFile... files) {
    StringBuilder out = new StringBuilder();
    try {
      Report report = Reports.open(format, settings, out);
      for (LintedFile file : files) {
        report.add(file);
      }
      report.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
