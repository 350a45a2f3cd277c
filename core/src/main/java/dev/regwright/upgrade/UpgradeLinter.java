package dev.regwright.upgrade;

import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.SourceFile;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lints files for an upgrade when its linter's target has one ({@link
 * dev.regwright.model.Target#upgradedFrom}), and as that linter does when not. Immutable and safe
 * to share between threads.
 */
public final class UpgradeLinter {
  private final FileLinter linter;

  /** For what the linter's target says. */
  public UpgradeLinter(FileLinter linter) {
    this.linter = linter;
  }

  /** Lints a file of Talos's, or one that holds such. */
  public LintedFile lint(SourceFile source) {
    return upgraded(one -> List.of(one.lint(source))).get(0);
  }

  /** Lints a file of containerd's; the place is null when nothing is known of it. */
  public LintedFile lintContainerd(SourceFile source, @Nullable HostsPlace place) {
    return upgraded(one -> List.of(one.lintContainerd(source, place))).get(0);
  }

  /** Lints a configuration with patches: an answer for it, then one for each patch. */
  public List<LintedFile> lint(SourceFile source, List<SourceFile> patches) {
    return upgraded(one -> one.lint(source, patches));
  }

  private List<LintedFile> upgraded(Function<FileLinter, List<LintedFile>> lint) {
    TalosVersion from = linter.target().from();
    return from == null ? lint.apply(linter) : new Upgrade(linter, lint, from).files();
  }
}
