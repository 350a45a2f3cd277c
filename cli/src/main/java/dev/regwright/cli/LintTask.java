package dev.regwright.cli;

import dev.regwright.containerd.DiskFiles;
import dev.regwright.containerd.HostsFile;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.ContainerdLinter;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.Relevance;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Reads and lints one input. Whatever goes wrong with it is an outcome, so that the others go on.
 */
record LintTask(Input input, Linter linter, InputStream stdin) implements Callable<Outcome> {
  @Override
  public Outcome call() {
    try {
      SourceFile source = SourceFile.of(input.name(), FileReader.read(input, stdin));
      if (ContainerdLinter.takes(input.name())) {
        return Outcome.linted(input, linter.containerd().lint(source, place(input)));
      }
      if (!input.given() && !Relevance.mayConfigureRegistries(source.text())) {
        return Outcome.skipped(input);
      }
      LintedFile linted = linter.lint(source);
      boolean foreign = linted.talos() == TalosVerdict.NONE;
      return foreign && !input.given() ? Outcome.skipped(input) : Outcome.linted(input, linted);
    } catch (UnreadableException e) {
      return Outcome.unreadable(input, e.problem());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Outcome.failed(input, e);
    }
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
