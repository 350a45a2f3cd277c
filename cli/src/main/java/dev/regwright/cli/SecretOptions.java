package dev.regwright.cli;

import dev.regwright.run.Io;
import dev.regwright.run.SmallFile;
import dev.regwright.run.UnreadableException;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Secrets from a variable, a file or standard input. Arguments are no place for them: every user of
 * the machine can list them, and the shell keeps them.
 */
final class SecretOptions {
  private static final List<String> KINDS = List.of("password", "auth", "identity-token");
  private static final List<String> SOURCES = List.of("-env", "-file", "-stdin");

  private final ParseResult arguments;
  private final Io io;
  private boolean stdinRead;

  SecretOptions(ParseResult arguments, Io io) {
    this.arguments = arguments;
    this.io = io;
  }

  static void add(CommandSpec spec) {
    for (String kind : KINDS) {
      String what =
          switch (kind) {
            case "password" -> "the password";
            case "auth" -> "base64 of user:password";
            default -> "the identity token";
          };
      spec.addOption(Specs.value("--" + kind + "-env", "VAR", what + " is in the variable VAR"))
          .addOption(Specs.value("--" + kind + "-file", "FILE", "… in the first line of FILE"))
          .addOption(Specs.flag("… on standard input", "--" + kind + "-stdin"))
          .addOption(
              OptionSpec.builder("--" + kind)
                  .type(String.class)
                  .arity("0..1")
                  .hidden(true)
                  .build());
    }
  }

  /** The secret of a kind, or null when there is none. */
  @Nullable String read(String kind) throws UsageException, UnreadableException {
    String option = "--" + kind;
    if (arguments.hasMatchedOption(option)) {
      throw new UsageException(
          option
              + " would show it to everybody who lists processes, and the shell keeps it;"
              + " use "
              + String.join(", ", option + "-env VAR", option + "-file FILE")
              + " or "
              + option
              + "-stdin");
    }
    String used = null;
    for (String source : SOURCES) {
      if (arguments.hasMatchedOption(option + source)) {
        if (used != null) {
          throw new UsageException(used + " and " + option + source + " are one too many");
        }
        used = option + source;
      }
    }
    if (used == null) {
      return null;
    }
    String secret = from(used);
    if (secret.indexOf('\uFFFD') >= 0) {
      throw new UnreadableException(used, "what it holds is not UTF-8 text");
    }
    return withoutLineEnd(secret);
  }

  private String from(String option) throws UsageException, UnreadableException {
    if (option.endsWith("-stdin")) {
      return stdin(option);
    }
    String name = arguments.matchedOptionValue(option, "");
    return option.endsWith("-env") ? variable(option, name) : SmallFile.text(option, name);
  }

  /** Never repeats the name: somebody may have written {@code $PASSWORD} where its name belongs. */
  private String variable(String option, String name) throws UsageException {
    String value = io.env().get(name);
    if (value == null || value.isEmpty()) {
      throw new UsageException(
          option
              + (value == null ? " names a variable that is not set" : " names an empty variable")
              + "; give its name without $, and export it");
    }
    return value;
  }

  private String stdin(String option) throws UsageException, UnreadableException {
    if (stdinRead) {
      throw new UsageException(option + ": standard input is read for another option already");
    }
    stdinRead = true;
    try {
      return SmallFile.text("<stdin>", io.in());
    } catch (IOException e) {
      throw new UnreadableException("<stdin>", "cannot be read");
    }
  }

  /** Editors and echo end every line; no password ends so. */
  private static String withoutLineEnd(String text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(0, end);
  }
}
