package dev.regwright.cli;

import dev.regwright.run.Color;
import dev.regwright.run.Io;
import dev.regwright.run.RulesRun;
import dev.regwright.run.UsageException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright rules [RULE]}: what a finding means, without leaving the terminal. */
final class RulesCommand implements Command {
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
    Color color = Color.of(arguments.matchedOptionValue("--color", "auto"));
    return new RulesRun(
            arguments.matchedPositionalValue(0, ""),
            arguments.matchedOptionValue("--format", "text"),
            color,
            io)
        .run();
  }
}
