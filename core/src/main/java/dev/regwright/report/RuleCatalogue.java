package dev.regwright.report;

import dev.regwright.lint.AllRules;
import dev.regwright.source.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    return AllRules.list();
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
