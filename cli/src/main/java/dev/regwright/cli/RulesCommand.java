package dev.regwright.cli;

import dev.regwright.report.RuleCatalogue;
import dev.regwright.report.RuleListing;
import dev.regwright.source.RuleInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright rules [RULE]}: what a finding means, without leaving the terminal. */
final class RulesCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String purpose() {
    return "List the rules, or explain one";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "[OPTIONS] [RULE]",
            "  regwright rules                          list all rules",
            "  regwright rules unknown-key              explain one: what it means, why, how to mend it",
            "  regwright rules --format json            all of it for a program",
            "  regwright rules --format markdown        a table for your own documentation");
    spec.addPositional(Specs.argument("RULE", "the id of the rule to explain"))
        .addOption(Specs.value("--format", "FORMAT", "text (the default), json or markdown"))
        .addOption(Specs.value("--color", "WHEN", "auto (the default), always or never"))
        .addOption(Specs.help());
    Specs.exitCodes(spec, "shown", "", "no such rule or option");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    String format = arguments.matchedOptionValue("--format", "text");
    Color color = Color.of(arguments.matchedOptionValue("--color", "auto"));
    String id = arguments.matchedPositionalValue(0, "");
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
      throw UsageException.unknown("unknown rule", id, ids());
    }
    return rule;
  }

  /** The ids of all rules. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : RuleCatalogue.all()) {
      ids.add(rule.id());
    }
    return ids;
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
