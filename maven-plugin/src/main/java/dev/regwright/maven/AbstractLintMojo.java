package dev.regwright.maven;

import dev.regwright.lint.Fixer;
import dev.regwright.lint.settings.Profile;
import dev.regwright.model.Target;
import dev.regwright.report.ReportSettings;
import dev.regwright.run.Choices;
import dev.regwright.run.Color;
import dev.regwright.run.ExitCode;
import dev.regwright.run.LintBaseline;
import dev.regwright.run.LintOptions;
import dev.regwright.run.LintRun;
import dev.regwright.run.PatchedLintRun;
import dev.regwright.run.Profiles;
import dev.regwright.run.ReportTarget;
import dev.regwright.run.Targets;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Lints, and repairs before that if the goal does. */
abstract class AbstractLintMojo extends LintParameters {
  /** What repairs the files; null to leave them alone. */
  abstract @Nullable Fixer fixer();

  /** Patches for the one file that includes name. */
  abstract List<String> patches();

  /** Whether the baseline is to be written rather than read. */
  abstract boolean writesBaseline();

  /** Whether files that did not change may be passed over. */
  abstract boolean skipsUnchanged();

  @Override
  void run() throws IOException, UsageException, MojoExecutionException, MojoFailureException {
    Places.Chosen chosen = chosen();
    List<String> patches = patchFiles();
    LintOptions options = options(chosen, patches);
    List<Path> outputs = outputs(options);
    UpToDate upToDate =
        new UpToDate(skipsUnchanged() ? indexFile() : null, inputs(options, chosen, patches));
    if (upToDate.check(outputs)) {
      getLog().info("no registry configuration changed since it was found good");
      return;
    }
    makeDirectories(outputs);
    List<LogReport> reports = new ArrayList<>();
    int code = lint(options, chosen, patches, reports);
    if (code == ExitCode.CLEAN && reports.stream().allMatch(report -> report.findings() == 0)) {
      upToDate.remember(outputs);
    }
    conclude(code, reports);
  }

  private int lint(
      LintOptions options, Places.Chosen chosen, List<String> patches, List<LogReport> reports)
      throws IOException, UsageException {
    String rules = command().rules();
    Profiles profiles = new Profiles(options.told(), options.config());
    if (!patches.isEmpty()) {
      return new PatchedLintRun(
              options, profiles, patches, io(), settings -> open(settings, rules, reports))
          .run();
    }
    return new LintRun(
            options, profiles, io(), chosen.selection(), settings -> open(settings, rules, reports))
        .run();
  }

  private LogReport open(ReportSettings settings, String rules, List<LogReport> reports) {
    LogReport report = new LogReport(getLog(), settings, rules);
    reports.add(report);
    return report;
  }

  /** The last line names the command that repairs, if there is one. */
  private void conclude(int code, List<LogReport> reports)
      throws MojoExecutionException, MojoFailureException {
    StringBuilder failure = new StringBuilder();
    String repair = "";
    for (LogReport report : reports) {
      failure.append(report.sum());
      repair = repair(report);
    }
    if (!repair.isEmpty() && code == ExitCode.FINDINGS) {
      failure.append('\n').append(repair);
    } else if (!repair.isEmpty()) {
      getLog().warn(repair);
    }
    end(code, failure.toString());
  }

  private String repair(LogReport report) {
    if (fixer() != null || !patches().isEmpty()) {
      return "";
    }
    if (report.fixable() > 0) {
      return "to repair what can be repaired: " + command().fix("");
    }
    return report.risky() > 0
        ? "to repair what can be, for you to look over: " + command().fix("-Dregwright.unsafeFixes")
        : "";
  }

  private Places.Chosen chosen() throws UsageException {
    Places.Chosen chosen = places().choose(list(includes), list(excludes));
    boolean one = chosen.paths().size() == 1 && !Files.isDirectory(Path.of(chosen.paths().get(0)));
    if (!patches().isEmpty() && !one) {
      throw new UsageException("<patches> goes with one file, which <includes> names");
    }
    return chosen;
  }

  private List<String> patchFiles() {
    List<String> files = new ArrayList<>();
    patches().forEach(patch -> files.add(Places.name(places().resolve(patch))));
    return files;
  }

  private LintOptions options(Places.Chosen chosen, List<String> patches) throws UsageException {
    if (!patches.isEmpty() && (baseline != null || fixer() != null)) {
      throw new UsageException("<patches> goes without <baseline>");
    }
    if (writesBaseline() && baseline == null) {
      throw new UsageException("-Dregwright.writeBaseline writes the file that <baseline> names");
    }
    return new LintOptions(
        chosen.paths(),
        "<stdin>",
        new Profile.Told(
            Targets.orUpgrade(word(talosVersion), word(containerdVersion), word(mode)),
            talosVersion != null,
            containerdVersion != null,
            Choices.rules("<select>", list(select)),
            Choices.rules("<ignore>", list(ignore))),
        configFile == null ? null : configFile.toPath(),
        reports(),
        failOn(),
        baseline == null ? null : new LintBaseline.Asked(baseline.toPath(), writesBaseline()),
        fixer(),
        false,
        Color.NEVER,
        false);
  }

  private static List<Path> outputs(LintOptions options) {
    List<Path> outputs = new ArrayList<>();
    for (ReportTarget report : options.reports()) {
      Path file = report.file();
      if (file != null) {
        outputs.add(file);
      }
    }
    return outputs;
  }

  private static void makeDirectories(List<Path> files) throws IOException {
    for (Path file : files) {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
    }
  }

  private UpToDate.Inputs inputs(LintOptions options, Places.Chosen chosen, List<String> patches) {
    Target target = options.told().target();
    return fingerprint -> {
      fingerprint
          .add("plugin", plugin.getVersion())
          .add("execution", mojoExecution.getExecutionId())
          .add("goal", mojoExecution.getGoal())
          .add("target", target)
          .add("talos", talosVersion)
          .add("containerd", containerdVersion)
          .add("select", options.told().select().stream().sorted().toList())
          .add("ignore", options.told().ignore().stream().sorted().toList())
          .add("fail on", failOn)
          .add("formats", list(formats))
          .add("baseline", baseline)
          .file("configFile", options.config())
          .file("baseline", baseline == null ? null : baseline.toPath());
      for (String patch : patches) {
        fingerprint.file("patch", Path.of(patch));
      }
      return new LintedFiles(chosen, options.config() == null).addTo(fingerprint);
    };
  }
}
