package dev.regwright.lint;

import dev.regwright.containerd.ContainerdRules;
import dev.regwright.lint.policy.PolicyRules;
import dev.regwright.lint.rules.Rules;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.FlagRules;
import dev.regwright.talos.LoadRules;
import java.util.ArrayList;
import java.util.List;

/** The name cards of everything that can speak: readers, rules, policies and the engine. */
public final class AllRules {
  /** A comment of ours that does nothing. */
  public static final RuleInfo UNUSED_SUPPRESSION =
      new RuleInfo(
          "unused-suppression",
          "A comment that is to suppress findings suppresses none",
          Severity.WARNING,
          Stage.ADVICE);

  private AllRules() {}

  /**
   * All of them, by stage as Talos would come upon them; the one for failures of ours comes last.
   */
  public static List<RuleInfo> list() {
    List<RuleInfo> all = new ArrayList<>(FlagRules.ALL);
    all.addAll(LoadRules.ALL);
    all.addAll(ContainerdRules.ALL);
    for (Rule rule : Rules.ALL) {
      all.add(rule.info());
    }
    all.addAll(UpgradeRules.ALL);
    all.addAll(PolicyRules.ALL);
    all.add(UNUSED_SUPPRESSION);
    all.add(Linter.INTERNAL_ERROR);
    return all;
  }

  /** Whether a rule only speaks when something asks for it, such as a policy or an upgrade. */
  static boolean optional(String id) {
    for (Rule rule : Rules.ALL) {
      if (rule.info().id().equals(id)) {
        return true;
      }
    }
    return has(UpgradeRules.ALL, id) || has(PolicyRules.ALL, id);
  }

  private static boolean has(List<RuleInfo> rules, String id) {
    for (RuleInfo rule : rules) {
      if (rule.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** Their ids, in the same order. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : list()) {
      ids.add(rule.id());
    }
    return ids;
  }
}
