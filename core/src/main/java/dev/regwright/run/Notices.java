package dev.regwright.run;

import dev.regwright.convert.ConvertRules;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.report.Report;
import dev.regwright.report.ReportFormat;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.talos.TalosFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Findings of commands whose output is something else: they go to standard error. */
final class Notices {
  private final Io io;
  private final TalosVersion talos;
  private final List<SourceFile> sources;
  private final List<TalosFile.TextRange> secrets;

  /**
   * Notices about files.
   *
   * @param secrets ranges of the first file that must never be shown
   */
  Notices(Io io, TalosVersion talos, List<SourceFile> sources, List<TalosFile.TextRange> secrets) {
    this.io = io;
    this.talos = talos;
    this.sources = sources;
    this.secrets = secrets;
  }

  /** Shows what Talos says as lint does, and what we say of our own work in one line each. */
  void show(List<Finding> findings) throws IOException {
    List<Finding> ofTalos = new ArrayList<>();
    for (Finding finding : findings) {
      if (ConvertRules.ALL.stream().anyMatch(rule -> rule.id().equals(finding.rule()))) {
        String help = finding.help() == null ? "" : "; " + finding.help();
        String upstream = finding.upstream() == null ? "" : " (" + finding.upstream() + ")";
        io.say(place(finding) + finding.message() + upstream + help);
      } else {
        ofTalos.add(finding);
      }
    }
    if (!ofTalos.isEmpty()) {
      report(ofTalos);
    }
  }

  private static String place(Finding finding) {
    Span span = finding.span();
    boolean start = span.startLine() == 1 && span.startColumn() == 1;
    return start
        ? span.path() + ": "
        : span.path() + ":" + span.startLine() + ":" + span.startColumn() + ": ";
  }

  private void report(List<Finding> findings) throws IOException {
    boolean color = io.errIsTerminal() && io.env().getOrDefault("NO_COLOR", "").isEmpty();
    var settings = new ReportSettings(ToolVersion.text(), Target.talos(talos), color, false);
    Report report = Reports.open(ReportFormat.TEXT, settings, io.err());
    for (int i = 0; i < sources.size(); i++) {
      SourceFile source = sources.get(i);
      List<Finding> own = new ArrayList<>();
      for (Finding finding : findings) {
        if (finding.span().path().equals(source.name())) {
          own.add(finding);
        }
      }
      own.sort(null);
      report.add(new LintedFile(source, own, TalosVerdict.VALID, i == 0 ? secrets : List.of()));
    }
    report.finish();
    io.err().flush();
  }
}
