package dev.regwright.maven;

import dev.regwright.run.Color;
import dev.regwright.run.RulesRun;
import dev.regwright.run.UsageException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the rules, or explains one: what it means, why, and how to mend it.
 *
 * @since 0.1.0
 */
@Mojo(name = "rules", requiresProject = false, threadSafe = true)
public final class RulesMojo extends RegwrightMojo {
  /**
   * The rule to explain; all are listed without it. Example: {@code mvn regwright:rules
   * -Dregwright.rule=path-needs-override}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.rule", defaultValue = "")
  String rule;

  /**
   * How: {@code text}, {@code json} or {@code markdown}. Example: {@code
   * -Dregwright.format=markdown}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.format", defaultValue = "text")
  String format;

  /** Made by Maven. */
  public RulesMojo() {}

  @Override
  void run() throws IOException, UsageException, MojoExecutionException, MojoFailureException {
    String id = rule == null ? "" : rule.strip();
    new RulesRun(id, format.strip(), Color.NEVER, io()).run();
  }

  @Override
  String words(String message) {
    return Words.of(message).replace("<formats>", "<format>");
  }
}
