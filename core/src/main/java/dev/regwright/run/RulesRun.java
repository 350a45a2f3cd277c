package dev.regwright.run;

import dev.regwright.lint.AllRules;
import dev.regwright.report.RuleCatalogue;
import dev.regwright.report.RuleListing;
import dev.regwright.source.RuleInfo;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code regwright rules}.
 *
 * @param id the rule to explain; empty for all
 * @param format text, json or markdown
 */
public record RulesRun(String id, String format, Color color, Io io) {
  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  /** Runs; the exit code. */
  public int run() throws IOException, UsageException {
    RuleInfo one = id.isEmpty() ? null : known(id);
    List<RuleInfo> rules = one == null ? RuleCatalogue.all() : List.of(one);
    switch (format) {
      case "json" -> RuleListing.json(rules, io.out());
      case "markdown" -> markdown(one, rules, io);
      case "text" -> text(one, rules, color.wanted(io), io);
      default -> throw UsageException.noneOf("--format", format, FORMATS);
    }
    return ExitCode.CLEAN;
  }

  private static RuleInfo known(String id) throws UsageException {
    RuleInfo rule = RuleCatalogue.find(id);
    if (rule == null) {
      throw UsageException.unknown("unknown rule", id, AllRules.ids());
    }
    return rule;
  }

  private static void markdown(@Nullable RuleInfo one, List<RuleInfo> rules, Io io)
      throws IOException {
    String page = one == null ? null : RuleCatalogue.page(one);
    if (page == null) {
      RuleListing.markdown(rules, io.out());
    } else {
      io.out().write(page.stripTrailing());
      io.out().write('\n');
    }
  }

  private static void text(@Nullable RuleInfo one, List<RuleInfo> rules, boolean color, Io io)
      throws IOException {
    if (one == null) {
      io.out().write(table(rules));
      return;
    }
    String page = RuleCatalogue.page(one);
    if (page == null) {
      String card = one.severity().label() + " · " + one.stage().label();
      page = "# " + one.id() + "\n\n*" + card + "*\n\n" + one.summary() + ".\n";
    }
    io.out().write(new MarkdownPage(color).render(page));
  }

  private static String table(List<RuleInfo> rules) {
    int width = 0;
    for (RuleInfo rule : rules) {
      width = Math.max(width, rule.id().length());
    }
    StringBuilder text = new StringBuilder();
    for (RuleInfo rule : rules) {
      pad(text, rule.id(), width + 2);
      pad(text, rule.severity().label(), 9);
      pad(text, rule.stage().label(), 10);
      text.append(rule.summary()).append('\n');
    }
    return text.append("\nregwright rules RULE explains one of them.\n").toString();
  }

  private static void pad(StringBuilder text, String word, int width) {
    text.append(word).append(" ".repeat(width - word.length()));
  }
}
