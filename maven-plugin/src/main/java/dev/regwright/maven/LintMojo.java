package dev.regwright.maven;

import dev.regwright.lint.Fixer;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks registry configuration of Talos and containerd: what they refuse, and what they accept and
 * you will regret. Fails the build at findings of the severity that {@code failOn} names.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class LintMojo extends AbstractLintMojo {
  /**
   * Patches to apply before to the one file that {@code includes} names, as talosctl does; findings
   * stand in the file that caused them. Example: {@code
   * <patches><patch>talos/worker.patch.yaml</patch></patches>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.patches")
  @Nullable List<String> patches;

  /**
   * Accepts all there is to report, in the file that {@code baseline} names. Example: {@code mvn
   * regwright:lint -Dregwright.writeBaseline}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.writeBaseline", defaultValue = "false")
  boolean writeBaseline;

  /**
   * Lints although nothing changed since the last time without findings. Example: {@code mvn verify
   * -Dregwright.force}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.force", defaultValue = "false")
  boolean force;

  /** Made by Maven. */
  public LintMojo() {}

  @Override
  @Nullable Fixer fixer() {
    return null;
  }

  @Override
  List<String> patches() {
    return list(patches);
  }

  @Override
  boolean writesBaseline() {
    return writeBaseline;
  }

  @Override
  boolean skipsUnchanged() {
    return !force && !writeBaseline;
  }
}
