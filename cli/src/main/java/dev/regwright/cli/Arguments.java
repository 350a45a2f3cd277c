package dev.regwright.cli;

import dev.regwright.run.Color;
import dev.regwright.run.ExitCode;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a command's arguments and runs it. */
final class Arguments {
  private Arguments() {}

  static int run(Command command, List<String> args, Io io) throws IOException, UsageException {
    CommandLine line = new CommandLine(command.spec());
    line.setExpandAtFiles(false); // @ is an ordinary character in a file's name
    ParseResult result;
    try {
      result = line.parseArgs(args.toArray(new String[0]));
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e, line.getCommandSpec(), args);
    } catch (ParameterException e) {
      throw new UsageException(firstLine(String.valueOf(e.getMessage())));
    }
    if (result.isUsageHelpRequested()) {
      usage(line, io);
      return ExitCode.CLEAN;
    }
    return command.run(result, io);
  }

  private static UsageException unmatched(
      UnmatchedArgumentException e, CommandSpec spec, List<String> args) {
    String written = e.getUnmatched().get(0);
    if (!written.startsWith("-") && spec.positionalParameters().isEmpty()) {
      // Not repeated: behind --password-stdin somebody may have written the password.
      return new UsageException(
          "only options go here; argument " + (args.indexOf(written) + 1) + " is none");
    }
    if (!written.startsWith("-")) {
      return new UsageException("unexpected argument '" + written + "'");
    }
    List<String> known = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      known.add(option.longestName());
    }
    int equals = written.indexOf('=');
    String name = equals < 0 ? written : written.substring(0, equals);
    return UsageException.unknown("unknown option", name, known);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end).stripTrailing();
  }

  /** Prints a command's help, bold where options are named if a person watches. */
  static void usage(CommandLine line, Io io) {
    boolean color = Color.AUTO.wanted(io);
    PrintWriter out = new PrintWriter(io.out());
    line.usage(out, color ? Ansi.ON : Ansi.OFF);
    out.flush();
  }
}
