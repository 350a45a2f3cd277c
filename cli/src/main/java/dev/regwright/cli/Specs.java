package dev.regwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Builds picocli's model by hand. Annotations would be prettier, and cost ten milliseconds of
 * reflection at every start.
 */
final class Specs {
  private Specs() {}

  /** A command with its one-line purpose, its synopsis and its examples. */
  static CommandSpec command(Command command, String synopsis, String... examples) {
    CommandSpec spec = CommandSpec.create().name("regwright " + command.name());
    spec.interpolateVariables(false);
    spec.usageMessage()
        .width(100)
        .sortOptions(false)
        .customSynopsis("regwright " + command.name() + " " + synopsis)
        .synopsisHeading("Usage: ")
        .header(command.purpose() + ".%n")
        .descriptionHeading("%nExamples:%n")
        .description(examples)
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n");
    return spec;
  }

  /** A switch. */
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  /** An option with one value. */
  static OptionSpec value(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option with several values, separated by commas or given by repeating it. */
  static OptionSpec list(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .hideParamSyntax(true)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that may be repeated, and whose values may hold commas. */
  static OptionSpec repeated(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .hideParamSyntax(true)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The one argument that is no option; it may be left out. */
  static PositionalParamSpec argument(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The arguments that are no options. */
  static PositionalParamSpec arguments(String label, String... description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .hideParamSyntax(true)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .type(boolean.class)
        .usageHelp(true)
        .description("show this help")
        .build();
  }

  /** Says what the exit codes mean; texts in the order of the codes from 0. */
  static void exitCodes(CommandSpec spec, String... meanings) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (int i = 0; i < meanings.length; i++) {
      if (!meanings[i].isEmpty()) {
        codes.put(Integer.toString(i), meanings[i]);
      }
    }
    spec.usageMessage().exitCodeListHeading("%nExit status:%n").exitCodeList(codes);
  }
}
