package dev.regwright.maven;

import dev.regwright.lint.LintedFile;
import dev.regwright.report.Report;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.report.TextBlocks;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Severity;
import java.io.IOException;
import org.apache.maven.plugin.logging.Log;

/** Findings in Maven's log: one block each at its own level, and a last line that sums up. */
final class LogReport implements Report, TextBlocks {
  private static final String RULE = "= rule: regwright rules ";
  private static final String FIXABLE = " fixable with --fix.";

  private final Log log;
  private final String rulesCommand;
  private final Report text;
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
    this.text =
        Reports.text(new ReportSettings(settings.version(), settings.target(), false, true), this);
  }

  @Override
  public void add(LintedFile file) throws IOException {
    text.add(file);
  }

  @Override
  public void finding(Finding finding, CharSequence block) {
    findings++;
    boolean safe = finding.fixes().stream().anyMatch(Fix::safe);
    fixable += safe ? 1 : 0;
    risky += safe || finding.fixes().isEmpty() ? 0 : 1;
    worst = finding.severity().compareTo(worst) > 0 ? finding.severity() : worst;
    log(finding.severity(), block.toString().stripTrailing());
  }

  @Override
  public void summary(CharSequence line) {
    sum = line.toString().strip().replace(FIXABLE, " can be repaired.");
    log(findings == 0 ? Severity.INFO : worst, sum);
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
    text.finish();
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
