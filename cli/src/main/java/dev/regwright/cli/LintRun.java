package dev.regwright.cli;

import dev.regwright.lint.ContainerdLinter;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.report.Report;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.source.Finding;
import java.io.IOException;
import java.util.List;

/** One run of {@code regwright lint}: finds the files, lints them, reports in order. */
final class LintRun {
  private final LintOptions options;
  private final Io io;
  private final Linter linter;
  private final Report report;
  private boolean failed;
  private boolean overThreshold;
  private int linted;

  LintRun(LintOptions options, Linter linter, Io io) {
    this.options = options;
    this.io = io;
    this.linter = linter;
    boolean color = options.color().wanted(io);
    this.report =
        Reports.open(
            options.format(),
            new ReportSettings(VersionCommand.version(), options.target(), color, !options.quiet()),
            io.out());
  }

  int run() throws IOException {
    InputFiles files = new InputFiles(io, options.stdinName());
    for (String path : options.paths()) {
      files.add(path);
    }
    failed = files.failed();
    List<Input> inputs = files.sorted();
    if (inputs.size() == 1) {
      take(new LintTask(inputs.get(0), linter, io.in()).call());
    } else if (!inputs.isEmpty()) {
      lintAll(inputs);
    }
    report.finish();
    io.out().flush();
    if (!options.quiet()) {
      noteNothingDone(files, inputs.size());
    }
    if (failed) {
      return ExitCode.FAILURE;
    }
    return overThreshold ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private void lintAll(List<Input> inputs) throws IOException {
    Progress progress = new Progress(io, inputs.size(), options.quiet(), Progress.QUIET_NANOS);
    try (LintPool pool = new LintPool(inputs, linter, io, progress::show)) {
      while (pool.hasNext()) {
        Outcome outcome = pool.next();
        if (speaks(outcome)) {
          progress.clear();
        }
        take(outcome);
        progress.step();
      }
    } finally {
      progress.clear();
    }
  }

  private static boolean speaks(Outcome outcome) {
    LintedFile file = outcome.linted();
    boolean silent = file == null || (file.findings().isEmpty() && !foreign(outcome));
    return !silent || outcome.unreadable() != null || outcome.failure() != null;
  }

  private void take(Outcome outcome) throws IOException {
    if (outcome.unreadable() != null) {
      failed = true;
      io.say(outcome.unreadable());
    } else if (outcome.failure() != null) {
      failed = true;
      Failures.internal(io, outcome.input().name(), outcome.failure());
    } else if (outcome.linted() != null) {
      report(outcome, outcome.linted());
    }
  }

  private void report(Outcome outcome, LintedFile file) throws IOException {
    linted++;
    for (Finding finding : file.findings()) {
      overThreshold |= options.failOn().fails(finding.severity());
      failed |= finding.rule().equals(Linter.INTERNAL_ERROR.id());
    }
    report.add(file);
    if (!file.findings().isEmpty()) {
      io.out().flush();
    }
    if (foreign(outcome) && !options.quiet()) {
      io.say(
          "note: "
              + outcome.input().name()
              + " is no Talos configuration, so there is little to check");
    }
  }

  private static boolean foreign(Outcome outcome) {
    return outcome.linted() != null
        && outcome.linted().talos() == TalosVerdict.NONE
        && !ContainerdLinter.takes(outcome.input().name());
  }

  /** A run that checked nothing must not pass for one that found nothing. */
  private void noteNothingDone(InputFiles files, int inputs) {
    for (String directory : files.emptyDirectories()) {
      io.say("note: no *.yaml, *.yml or hosts.toml file in " + directory);
    }
    if (linted == 0 && inputs > 0 && !failed) {
      io.say(
          "note: none of "
              + inputs
              + " YAML files configures registries; name a file to check it anyway");
    }
  }
}
