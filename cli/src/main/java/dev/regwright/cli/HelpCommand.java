package dev.regwright.cli;

import dev.regwright.run.ExitCode;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright help [COMMAND]}. */
final class HelpCommand implements Command {
  @Override
  public String name() {
    return "help";
  }

  @Override
  public String purpose() {
    return "Show how to use a command";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Specs.command(this, "[COMMAND]", "  regwright help lint");
    return spec.addPositional(Specs.argument("COMMAND", "the command to explain"))
        .addOption(Specs.help());
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    String name = arguments.matchedPositionalValue(0, "");
    if (name.isEmpty()) {
      io.out().write(Help.overview());
      return ExitCode.CLEAN;
    }
    Command command = Commands.named(name);
    if (command == null) {
      throw Commands.unknown(name);
    }
    Arguments.usage(new CommandLine(command.spec()), io);
    return ExitCode.CLEAN;
  }
}
