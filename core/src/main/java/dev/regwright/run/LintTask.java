package dev.regwright.run;

import dev.regwright.containerd.DiskFiles;
import dev.regwright.containerd.HostsFile;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.ContainerdLinter;
import dev.regwright.lint.Fixer;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.Relevance;
import dev.regwright.upgrade.UpgradeLinter;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Reads and lints one input. Whatever goes wrong with it is an outcome, so that the others go on.
 */
record LintTask(Input input, FileLinter linter, @Nullable Fixer fixer, InputStream stdin)
    implements Callable<Outcome> {
  @Override
  public Outcome call() {
    try {
      SourceFile source = SourceFile.of(input.name(), FileReader.read(input, stdin));
      if (ContainerdLinter.takes(input.name())) {
        HostsPlace place = place(input);
        return outcome(source, file -> new UpgradeLinter(linter).lintContainerd(file, place));
      }
      if (!input.given() && !Relevance.mayConfigureRegistries(source.text())) {
        return Outcome.skipped(input);
      }
      Outcome outcome = outcome(source, new UpgradeLinter(linter)::lint);
      boolean foreign = outcome.linted() != null && outcome.linted().talos() == TalosVerdict.NONE;
      return foreign && !input.given() ? Outcome.skipped(input) : outcome;
    } catch (UnreadableException e) {
      return Outcome.unreadable(input, e.problem());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Outcome.failed(input, e);
    }
  }

  private Outcome outcome(SourceFile source, Fixer.Lint lint) {
    return fixer == null
        ? Outcome.linted(input, lint.lint(source))
        : Outcome.repaired(input, fixer.fix(source, lint));
  }

  /** A hosts.toml is read where it lies, so that its certificates and its neighbours are seen. */
  private static @Nullable HostsPlace place(Input input) {
    Path path = input.path();
    Path directory = path == null ? null : path.toAbsolutePath().normalize().getParent();
    Path root = directory == null ? null : directory.getParent();
    if (path == null || directory == null || root == null || !path.endsWith(HostsFile.NAME)) {
      return null;
    }
    String shown = root.toString().replace('\\', '/');
    String absolute = shown.startsWith("/") ? shown : "/" + shown;
    return new HostsPlace(
        new DiskFiles(root, absolute), absolute, String.valueOf(directory.getFileName()));
  }
}
