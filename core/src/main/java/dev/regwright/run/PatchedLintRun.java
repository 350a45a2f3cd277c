package dev.regwright.run;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.settings.Profile;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.upgrade.UpgradeLinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code regwright lint FILE --patch FILE}: one configuration with patches applied. The settings of
 * the configuration speak for the run, wherever the patches lie: they are judged as one.
 */
public final class PatchedLintRun {
  private final LintOptions options;
  private final Profiles profiles;
  private final List<String> patches;
  private final Io io;
  private final @Nullable ReportOpener own;
  private final Map<String, Path> places = new HashMap<>();
  private boolean failed;

  /**
   * A run over one file.
   *
   * @param own a report of the front end's own, beside those of the options; null for none
   */
  public PatchedLintRun(
      LintOptions options,
      Profiles profiles,
      List<String> patches,
      Io io,
      @Nullable ReportOpener own) {
    this.options = options;
    this.profiles = profiles;
    this.patches = patches;
    this.io = io;
    this.own = own;
  }

  /** Runs; the exit code. */
  public int run() throws IOException, UsageException {
    if (options.paths().size() != 1) {
      throw new UsageException("--patch goes with one file, to which the patches are applied");
    }
    if (options.fixer() != null || options.baseline() != null) {
      throw new UsageException("--patch goes without repairs and baseline");
    }
    Input input = named(options.paths().get(0));
    SourceFile base = input == null ? null : read(input);
    List<SourceFile> read = new ArrayList<>();
    for (String patch : patches) {
      Input named = named(patch);
      SourceFile source = named == null ? null : read(named);
      if (source != null) {
        read.add(source);
      }
    }
    if (failed || input == null || base == null) {
      return ExitCode.FAILURE;
    }
    return judge(profiles.profile(input), base, read);
  }

  private int judge(Profile profile, SourceFile base, List<SourceFile> read) throws IOException {
    LintReports reports = LintReports.open(options, profile.target(), own, io);
    boolean overThreshold = false;
    List<LintedFile> answers = new UpgradeLinter(profile.linter()).lint(base, read);
    for (LintedFile file : profile.heeded(answers, places)) {
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

  private @Nullable Input named(String name) {
    try {
      Input input = Input.named(name, options.stdinName());
      Path path = Profiles.path(input);
      if (path != null) {
        places.put(input.name(), path);
      }
      return input;
    } catch (UnreadableException e) {
      unreadable(e);
      return null;
    }
  }

  private @Nullable SourceFile read(Input input) {
    try {
      return SourceFile.of(input.name(), FileReader.read(input, io.in()));
    } catch (UnreadableException e) {
      unreadable(e);
      return null;
    }
  }

  private void unreadable(UnreadableException problem) {
    failed = true;
    io.say(problem.problem());
  }
}
