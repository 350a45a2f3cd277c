package dev.regwright.maven;

import dev.regwright.lint.Fixer;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Repairs in registry configuration what can be repaired without changing what it means, and then
 * reports what is left as {@code lint} does.
 *
 * @since 0.1.0
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends AbstractLintMojo {
  /**
   * Repairs more, for you to look over. Example: {@code mvn regwright:fix -Dregwright.unsafeFixes}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.unsafeFixes", defaultValue = "false")
  boolean unsafeFixes;

  /** Made by Maven. */
  public FixMojo() {}

  @Override
  Fixer fixer() {
    return unsafeFixes ? Fixer.unsafe() : Fixer.safe();
  }

  @Override
  List<String> patches() {
    return List.of();
  }

  @Override
  boolean writesBaseline() {
    return false;
  }

  @Override
  boolean skipsUnchanged() {
    return false;
  }
}
