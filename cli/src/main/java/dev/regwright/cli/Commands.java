package dev.regwright.cli;

import dev.regwright.run.ExitCode;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands there are, and how one is found and run. */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "lint", "convert", "generate", "trace", "diff", "rules", "completion", "version", "help");

  private Commands() {}

  /** All of them, in the order of the help text. */
  static List<Command> all() {
    return List.of(
        new LintCommand(),
        new ConvertCommand(),
        new TraceCommand(),
        new DiffCommand(),
        new GenerateCommand(),
        new RulesCommand(),
        new CompletionCommand(),
        new VersionCommand(),
        new HelpCommand());
  }

  /** Their names, without building them. */
  static List<String> names() {
    return NAMES;
  }

  static @Nullable Command named(String name) {
    return switch (name) {
      case "lint" -> new LintCommand();
      case "convert" -> new ConvertCommand();
      case "trace" -> new TraceCommand();
      case "diff" -> new DiffCommand();
      case "generate" -> new GenerateCommand();
      case "rules" -> new RulesCommand();
      case "completion" -> new CompletionCommand();
      case "version" -> new VersionCommand();
      case "help" -> new HelpCommand();
      default -> null;
    };
  }

  /** The command that arguments name, or null. */
  static @Nullable Command named(String[] args) {
    return args.length == 0 ? null : named(args[0]);
  }

  static int run(String[] args, Io io) throws IOException, UsageException {
    if (args.length == 0) {
      io.err().write(Help.overview());
      io.err().flush();
      return ExitCode.USAGE;
    }
    switch (args[0]) {
      case "-h", "--help" -> {
        io.out().write(Help.overview());
        return ExitCode.CLEAN;
      }
      case "-V", "--version" -> {
        io.out().write(VersionCommand.line());
        return ExitCode.CLEAN;
      }
      default -> {
        Command command = named(args[0]);
        if (command == null) {
          throw unknown(args[0]);
        }
        return Arguments.run(command, Arrays.asList(args).subList(1, args.length), io);
      }
    }
  }

  static UsageException unknown(String word) {
    if (word.startsWith("-")) {
      return new UsageException("the command comes first: regwright lint " + word);
    }
    if (isFile(word)) {
      return new UsageException("say what to do with it: regwright lint " + word);
    }
    return UsageException.unknown("unknown command", word, NAMES);
  }

  private static boolean isFile(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
