package dev.regwright.cli;

import dev.regwright.convert.Form;
import dev.regwright.lint.AllRules;
import dev.regwright.report.ReportFormat;
import dev.regwright.run.Color;
import dev.regwright.run.FailOn;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell must know to complete our command line, taken from the commands themselves. */
final class CompletionModel {
  private CompletionModel() {}

  /**
   * One command.
   *
   * @param arguments words its arguments may be; empty for files
   */
  record Word(String name, String purpose, List<Option> options, List<String> arguments) {}

  /**
   * One option.
   *
   * @param names with their hyphens
   * @param label what its value is called; empty when it takes none
   * @param values words its value may be; empty when they cannot be listed
   */
  record Option(List<String> names, String description, String label, List<String> values) {
    boolean takesValue() {
      return !label.isEmpty();
    }

    /** Values that cannot be listed are files or free text; only the first can be completed. */
    boolean takesFile() {
      return values.isEmpty()
          && (label.contains("FILE") || label.contains("PATH") || label.contains("DIR"));
    }
  }

  /** All commands, in the order of the help. */
  static List<Word> commands() {
    List<Word> words = new ArrayList<>();
    for (Command command : Commands.all()) {
      CommandSpec spec = command.spec();
      List<Option> options = new ArrayList<>();
      for (OptionSpec option : spec.options()) {
        if (!option.hidden()) {
          options.add(option(command.name(), option));
        }
      }
      words.add(new Word(command.name(), command.purpose(), options, arguments(command.name())));
    }
    return words;
  }

  private static Option option(String command, OptionSpec option) {
    String name = option.longestName();
    boolean flag = option.arity().max() == 0;
    String[] description = option.description();
    return new Option(
        List.of(option.names()),
        description.length == 0 ? "" : description[0],
        flag ? "" : option.paramLabel(),
        flag ? List.of() : values(command, name));
  }

  private static List<String> values(String command, String option) {
    return switch (option) {
      case "--color" -> Color.WORDS;
      case "--mode" -> List.of("metal", "cloud", "container");
      case "--fail-on" -> command.equals("lint") ? FailOn.WORDS : List.of();
      case "--select", "--ignore" -> AllRules.ids();
      case "--from", "--to" -> command.equals("convert") ? Form.words() : List.of();
      case "--format" -> formats(command);
      default -> List.of();
    };
  }

  private static List<String> formats(String command) {
    if (!command.equals("lint")) {
      return List.of("text", "json", "markdown");
    }
    List<String> formats = new ArrayList<>(ReportFormat.labels());
    formats.add("auto");
    return formats;
  }

  private static List<String> arguments(String command) {
    return switch (command) {
      case "rules" -> AllRules.ids();
      case "help" -> Commands.names();
      case "completion" -> CompletionCommand.SHELLS;
      default -> List.of();
    };
  }
}
