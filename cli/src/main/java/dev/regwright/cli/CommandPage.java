package dev.regwright.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of one command. */
final class CommandPage {
  private final Command command;
  private final CommandSpec spec;
  private final ManText page;

  CommandPage(Command command, String version) {
    this.command = command;
    this.spec = command.spec();
    this.page = new ManText(ManPages.name(command), version);
  }

  String text() {
    UsageMessageSpec usage = spec.usageMessage();
    page.name(ManPages.name(command), command.purpose());
    page.section("SYNOPSIS").bold(spec.name());
    for (String synopsis : usage.customSynopsis()) {
      page.text(synopsis.substring(spec.name().length()).strip());
    }
    page.section("DESCRIPTION").text(command.purpose() + ".");
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      page.term().option(List.of(), argument.paramLabel());
      describe(argument.description());
    }
    options();
    page.section("EXAMPLES").example(List.of(usage.description()));
    if (!usage.exitCodeList().isEmpty()) {
      page.section("EXIT STATUS");
      for (Map.Entry<String, String> code : usage.exitCodeList().entrySet()) {
        page.term().bold(code.getKey()).text(code.getValue());
      }
    }
    page.section("SEE ALSO").reference("regwright", "");
    return page.toString();
  }

  private void options() {
    page.section("OPTIONS");
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        boolean flag = option.arity().max() == 0;
        page.term().option(List.of(option.names()), flag ? "" : option.paramLabel());
        describe(option.description());
      }
    }
  }

  private void describe(String... description) {
    for (String line : description) {
      page.text(line);
    }
  }
}
