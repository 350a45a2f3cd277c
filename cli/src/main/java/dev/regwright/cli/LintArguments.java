package dev.regwright.cli;

import dev.regwright.lint.Fixer;
import dev.regwright.lint.settings.Profile;
import dev.regwright.run.Choices;
import dev.regwright.run.Color;
import dev.regwright.run.FailOn;
import dev.regwright.run.LintBaseline;
import dev.regwright.run.LintOptions;
import dev.regwright.run.ReportTarget;
import dev.regwright.run.Targets;
import dev.regwright.run.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** What the arguments of {@code regwright lint} ask for. */
final class LintArguments {
  private static final String STDIN = "-";

  private LintArguments() {}

  static LintOptions read(ParseResult arguments, Map<String, String> env) throws UsageException {
    List<String> paths = arguments.matchedPositionalValue(0, List.of("."));
    if (paths.contains("")) {
      throw new UsageException("a path is empty; an unset variable, perhaps");
    }
    String stdinName = arguments.matchedOptionValue("--stdin-filename", (String) null);
    if (stdinName != null && !paths.contains(STDIN)) {
      throw new UsageException("--stdin-filename names standard input, which is read for -");
    }
    boolean diff = arguments.hasMatchedOption("--diff");
    Fixer fixer = fixer(arguments);
    if (fixer != null && !diff && paths.contains(STDIN)) {
      throw new UsageException("--fix writes files, not standard input; --diff shows what to do");
    }
    return new LintOptions(
        paths,
        stdinName == null ? "<stdin>" : stdinName,
        new Profile.Told(
            Targets.orUpgrade(
                arguments.matchedOptionValue("--talos", (String) null),
                arguments.matchedOptionValue("--containerd", (String) null),
                arguments.matchedOptionValue("--mode", (String) null)),
            arguments.hasMatchedOption("--talos"),
            arguments.hasMatchedOption("--containerd"),
            Choices.rules("--select", arguments.matchedOptionValue("--select", List.<String>of())),
            Choices.rules("--ignore", arguments.matchedOptionValue("--ignore", List.<String>of()))),
        file(arguments, "--config"),
        reports(arguments, diff, env),
        FailOn.of(arguments.matchedOptionValue("--fail-on", "error")),
        baseline(arguments, diff),
        fixer,
        diff,
        Color.of(arguments.matchedOptionValue("--color", "auto")),
        arguments.hasMatchedOption("--quiet"));
  }

  /** A diff and a report would not get along on standard output. */
  private static List<ReportTarget> reports(
      ParseResult arguments, boolean diff, Map<String, String> env) throws UsageException {
    List<String> words =
        arguments.matchedOptionValue("--format", diff ? List.<String>of() : List.of("text"));
    List<ReportTarget> reports = ReportTarget.of(words, env);
    for (ReportTarget report : reports) {
      if (diff && report.file() == null) {
        throw new UsageException(
            "--diff takes standard output; write the report to a file: --format "
                + report.format().label()
                + "=FILE");
      }
    }
    return reports;
  }

  private static @Nullable Fixer fixer(ParseResult arguments) throws UsageException {
    boolean unsafe = arguments.hasMatchedOption("--unsafe-fixes");
    if (!arguments.hasMatchedOption("--fix") && !arguments.hasMatchedOption("--diff")) {
      if (unsafe) {
        throw new UsageException("--unsafe-fixes goes with --fix or --diff");
      }
      return null;
    }
    return unsafe ? Fixer.unsafe() : Fixer.safe();
  }

  private static @Nullable Path file(ParseResult arguments, String option) throws UsageException {
    String name = arguments.matchedOptionValue(option, (String) null);
    if (name == null) {
      return null;
    }
    if (name.isEmpty()) {
      throw new UsageException(option + " names no file; an unset variable, perhaps");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " names no file that could be");
    }
  }

  private static LintBaseline.@Nullable Asked baseline(ParseResult arguments, boolean diff)
      throws UsageException {
    Path read = file(arguments, "--baseline");
    Path write = file(arguments, "--write-baseline");
    if (read != null && write != null) {
      throw new UsageException("--baseline reads what --write-baseline writes; give one of them");
    }
    if (write != null && diff) {
      throw new UsageException("--diff writes nothing, so not with --write-baseline");
    }
    Path file = write != null ? write : read;
    return file == null ? null : new LintBaseline.Asked(file, write != null);
  }
}
