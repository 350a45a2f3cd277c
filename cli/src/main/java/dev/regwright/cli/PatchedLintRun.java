package dev.regwright.cli;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.model.Target;
import dev.regwright.report.ReportSettings;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code regwright lint FILE --patch FILE}: one configuration with patches applied. */
final class PatchedLintRun {
  private final LintOptions options;
  private final List<String> patches;
  private final Io io;
  private boolean failed;

  PatchedLintRun(LintOptions options, List<String> patches, Io io) {
    this.options = options;
    this.patches = patches;
    this.io = io;
  }

  int run() throws IOException, UsageException {
    if (options.paths().size() != 1) {
      throw new UsageException("--patch goes with one file, to which the patches are applied");
    }
    if (options.fixer() != null || options.baseline() != null || options.config() != null) {
      throw new UsageException("--patch goes without repairs, baseline and settings");
    }
    SourceFile base = read(options.paths().get(0));
    List<SourceFile> read = new ArrayList<>();
    for (String patch : patches) {
      SourceFile source = read(patch);
      if (source != null) {
        read.add(source);
      }
    }
    if (failed || base == null) {
      return ExitCode.FAILURE;
    }
    Target target = options.told().target();
    boolean color = options.color().wanted(io);
    LintReports reports =
        new LintReports(
            options.reports(),
            new ReportSettings(VersionCommand.version(), target, color, !options.quiet()),
            io);
    boolean overThreshold = false;
    for (LintedFile file : Linter.of(target).selecting(this::reports).lint(base, read)) {
      reports.add(file);
      for (Finding finding : file.findings()) {
        overThreshold |= options.failOn().fails(finding.severity());
        failed |= finding.rule().equals(Linter.INTERNAL_ERROR.id());
      }
    }
    failed |= !reports.finish();
    io.out().flush();
    return failed ? ExitCode.FAILURE : overThreshold ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private boolean reports(String rule) {
    Set<String> select = options.told().select();
    return rule.equals(Linter.INTERNAL_ERROR.id())
        || ((select.isEmpty() || select.contains(rule)) && !options.told().ignore().contains(rule));
  }

  private @Nullable SourceFile read(String name) {
    try {
      Input input = Input.named(name, options.stdinName());
      return SourceFile.of(input.name(), FileReader.read(input, io.in()));
    } catch (UnreadableException e) {
      io.say(e.problem());
    }
    failed = true;
    return null;
  }
}
