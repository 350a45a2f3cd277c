package dev.regwright.run;

import dev.regwright.lint.ContainerdLinter;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Repaired;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.report.RepairDiff;
import dev.regwright.source.Finding;
import dev.regwright.source.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of {@code regwright lint}: finds the files, lints them, reports in order. */
public final class LintRun {
  private final LintOptions options;
  private final Io io;
  private final Linters linters;
  private final FileSelection selection;
  private final @Nullable ReportOpener own;
  private final Map<Input, FileLinter> chosen = new HashMap<>();
  private LintBaseline baseline = LintBaseline.none();
  private boolean failed;
  private boolean overThreshold;
  private boolean changes;
  private int linted;

  /** A run over all that the paths lead to. */
  public LintRun(LintOptions options, Linters linters, Io io) {
    this(options, linters, io, FileSelection.ALL, null);
  }

  /**
   * A run over some of what lies below the directories that are named.
   *
   * @param own a report of the front end's own, beside those of the options; null for none
   */
  public LintRun(
      LintOptions options,
      Linters linters,
      Io io,
      FileSelection selection,
      @Nullable ReportOpener own) {
    this.options = options;
    this.linters = linters;
    this.io = io;
    this.selection = selection;
    this.own = own;
  }

  /** Runs; the exit code. */
  public int run() throws IOException, UsageException {
    InputFiles files = new InputFiles(io, options.stdinName(), selection);
    for (String path : options.paths()) {
      files.add(path);
    }
    failed = files.failed();
    List<Input> inputs = files.sorted();
    keepInputs(inputs);
    for (Input input : inputs) {
      chosen.put(input, linters.linter(input));
    }
    baseline = LintBaseline.open(options);
    LintReports reports =
        LintReports.open(options, linters.target(inputs, options.told().target()), own, io);
    lint(inputs, reports);
    failed |= !reports.finish();
    failed |= !baseline.finish(!failed, options.quiet(), io);
    io.out().flush();
    if (!options.quiet()) {
      noteNothingDone(files, inputs.size());
    }
    if (failed) {
      return ExitCode.FAILURE;
    }
    return (options.diff() ? changes : overThreshold) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private void lint(List<Input> inputs, LintReports reports) throws IOException {
    if (inputs.size() == 1) {
      take(task(inputs.get(0)).call(), reports);
    } else if (!inputs.isEmpty()) {
      lintAll(inputs, reports);
    }
  }

  /** A report that takes the place of what it speaks of can only be a slip. */
  private void keepInputs(List<Input> inputs) throws UsageException {
    for (ReportTarget target : options.reports()) {
      for (Input input : inputs) {
        if (target.file() != null
            && input.path() != null
            && ReportTarget.identity(target.file()).equals(ReportTarget.identity(input.path()))) {
          throw new UsageException("--format would overwrite " + input.name());
        }
      }
    }
  }

  private LintTask task(Input input) {
    return new LintTask(input, Objects.requireNonNull(chosen.get(input)), options.fixer(), io.in());
  }

  private void lintAll(List<Input> inputs, LintReports reports) throws IOException {
    Progress progress = new Progress(io, inputs.size(), options.quiet(), Progress.QUIET_NANOS);
    try (LintPool pool = new LintPool(inputs, this::task, progress::show)) {
      while (pool.hasNext()) {
        Outcome outcome = pool.next();
        if (speaks(outcome)) {
          progress.clear();
        }
        take(outcome, reports);
        progress.step();
      }
    } finally {
      progress.clear();
    }
  }

  private static boolean speaks(Outcome outcome) {
    LintedFile file = outcome.linted();
    boolean silent = file == null || (file.findings().isEmpty() && !foreign(outcome));
    Repaired repaired = outcome.repaired();
    return (repaired != null && repaired.changed())
        || !silent
        || outcome.unreadable() != null
        || outcome.failure() != null;
  }

  private void take(Outcome outcome, LintReports reports) throws IOException {
    if (outcome.unreadable() != null) {
      failed = true;
      io.say(outcome.unreadable());
    } else if (outcome.failure() != null) {
      failed = true;
      Failures.internal(io, outcome.input().name(), outcome.failure());
    } else if (outcome.linted() != null) {
      report(outcome, baseline.take(repair(outcome, outcome.linted()), outcome.input()), reports);
    }
  }

  /** Writes or shows what the fixer made of a file, and tells what there is to report of it. */
  private LintedFile repair(Outcome outcome, LintedFile linted) throws IOException {
    Repaired repaired = outcome.repaired();
    Path path = outcome.input().path();
    if (repaired == null || !repaired.changed()) {
      return linted;
    }
    if (options.diff()) {
      changes = true;
      RepairDiff.write(repaired, io.out());
      return linted;
    }
    if (path == null) {
      return linted;
    }
    try {
      WholeFile.replaceUnchanged(path, repaired.original(), repaired.bytes());
    } catch (IOException e) {
      failed = true;
      io.say(Outputs.problem(path, e));
      return linted;
    }
    if (!options.quiet()) {
      RepairDiff.list(repaired).forEach(line -> io.say("fixed " + line));
    }
    return repaired.after();
  }

  private void report(Outcome outcome, LintedFile file, LintReports reports) throws IOException {
    linted++;
    for (Finding finding : file.findings()) {
      overThreshold |= options.failOn().fails(finding.severity());
      failed |= finding.rule().equals(Linter.INTERNAL_ERROR.id());
    }
    reports.add(file);
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
