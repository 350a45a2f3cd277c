package dev.regwright.report;

import dev.regwright.containerd.ContainerdRules;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Rule;
import dev.regwright.lint.rules.Rules;
import dev.regwright.source.RuleInfo;
import dev.regwright.talos.FlagRules;
import dev.regwright.talos.LoadRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can speak in a report: what Talos itself says, then the rules. */
public final class RuleCatalogue {
  private static final String PAGES = "/dev/regwright/docs/rules/";

  private RuleCatalogue() {}

  /**
   * The name cards, by stage as Talos would come upon them; the one for failures of ours comes
   * last.
   */
  public static List<RuleInfo> all() {
    List<RuleInfo> all = new ArrayList<>(FlagRules.ALL);
    all.addAll(LoadRules.ALL);
    all.addAll(ContainerdRules.ALL);
    for (Rule rule : Rules.ALL) {
      all.add(rule.info());
    }
    all.add(Linter.INTERNAL_ERROR);
    return all;
  }

  /** The rule with an id, or null. */
  public static @Nullable RuleInfo find(String id) {
    for (RuleInfo rule : all()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    return null;
  }

  /** The documentation page of a rule, in Markdown, or null if it has none. */
  public static @Nullable String page(RuleInfo rule) {
    try (InputStream in = RuleCatalogue.class.getResourceAsStream(PAGES + rule.id() + ".md")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null; // the rule's summary still says what it is about
    }
  }
}
