package dev.regwright.lint;

import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import java.util.function.Consumer;

/** Something Talos and containerd accept and users regret. Rules hold no state. */
public interface Rule {
  /** Its name card. */
  RuleInfo info();

  /** Whether there is anything to check for a target; most rules hold for all. */
  default boolean appliesTo(Target target) {
    return true;
  }

  /**
   * Checks one file.
   *
   * @param subject the file's registries
   * @param out takes the findings, in any order
   */
  void check(Subject subject, Consumer<Finding> out);
}
