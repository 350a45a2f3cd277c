package dev.regwright.maven;

import dev.regwright.lint.LintedFile;
import dev.regwright.report.Report;
import dev.regwright.report.ReportFormat;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Severity;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Findings in Maven's log: one block each at its own level, and a last line that sums up. */
final class LogReport implements Report {
  private static final String RULE = "= rule: regwright rules ";
  private static final String FIXABLE = " fixable with --fix.";

  private final Log log;
  private final String rulesCommand;
  private final StringBuilder blockText = new StringBuilder();
  private final StringBuilder summaryText = new StringBuilder();
  private final Report block;
  private final Report summary;
  private Severity worst = Severity.INFO;
  private int findings;
  private int fixable;
  private int risky;
  private String sum = "";

  /**
   * A report.
   *
   * @param rulesCommand what explains the rule whose name follows
   */
  LogReport(Log log, ReportSettings settings, String rulesCommand) {
    this.log = log;
    this.rulesCommand = rulesCommand;
    this.block = Reports.open(ReportFormat.TEXT, summary(settings, false), blockText);
    this.summary = Reports.open(ReportFormat.TEXT, summary(settings, true), summaryText);
  }

  private static ReportSettings summary(ReportSettings settings, boolean summary) {
    return new ReportSettings(settings.version(), settings.target(), false, summary);
  }

  @Override
  public void add(LintedFile file) throws IOException {
    summary.add(file);
    summaryText.setLength(0); // its blocks; finish() leaves the last line alone
    for (Finding finding : file.findings()) {
      findings++;
      boolean safe = finding.fixes().stream().anyMatch(Fix::safe);
      fixable += safe ? 1 : 0;
      risky += safe || finding.fixes().isEmpty() ? 0 : 1;
      worst = finding.severity().compareTo(worst) > 0 ? finding.severity() : worst;
      block.add(file.with(List.of(finding), List.of()));
      log(finding.severity(), blockText.toString().stripTrailing());
      blockText.setLength(0);
    }
  }

  private void log(Severity severity, String text) {
    int rule = text.lastIndexOf(RULE);
    String told =
        rule < 0
            ? text
            : text.substring(0, rule)
                + "= rule: "
                + rulesCommand
                + text.substring(rule + RULE.length());
    switch (severity) {
      case ERROR -> log.error(told);
      case WARNING -> log.warn(told);
      case INFO -> log.info(told);
    }
  }

  @Override
  public void finish() throws IOException {
    summary.finish();
    sum = summaryText.toString().strip().replace(FIXABLE, " can be repaired.");
    if (!sum.isEmpty()) {
      log(findings == 0 ? Severity.INFO : worst, sum);
    }
  }

  /** How many findings there were. */
  int findings() {
    return findings;
  }

  /** How many of them can be repaired. */
  int fixable() {
    return fixable;
  }

  /** How many others can be, for the author to look over. */
  int risky() {
    return risky;
  }

  /** The line that sums up. */
  String sum() {
    return sum;
  }
}
