package dev.regwright.cli;

import dev.regwright.cli.CompletionModel.Option;
import dev.regwright.cli.CompletionModel.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The completion scripts of the three shells. They call nothing: a JVM per key press is too slow.
 */
final class Completions {
  private static final String BASH_HEAD =
      """
      # bash completion for regwright
      _regwright() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=
        COMPREPLY=()
        # bash takes --option=value for three words
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = ]]; then
          previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        if ((COMP_CWORD == 1)); then
      """;

  private static final String BASH_TAIL =
      """
          esac
        fi
        local IFS=$' \\t\\n'
        COMPREPLY=($(compgen -W "$words" -- "$current"))
      }
      complete -o bashdefault -o default -F _regwright regwright
      """;

  private Completions() {}

  /** What stands behind a listed value, the value of another option or nothing, is a file. */
  static String bash() {
    StringBuilder text = new StringBuilder(BASH_HEAD);
    List<Word> commands = CompletionModel.commands();
    text.append("    words=\"").append(String.join(" ", Commands.names())).append("\"\n");
    text.append("  else\n    case ${COMP_WORDS[1]}:$previous in\n");
    for (Word command : commands) {
      for (Option option : command.options()) {
        if (option.takesValue()) {
          text.append("      ").append(patterns(command, option)).append(") ");
          text.append(
              option.values().isEmpty()
                  ? "return"
                  : "words=\"" + String.join(" ", option.values()) + "\"");
          text.append(" ;;\n");
        }
      }
    }
    for (Word command : commands) {
      List<String> names = new ArrayList<>();
      command.options().forEach(option -> names.addAll(option.names()));
      text.append("      ")
          .append(command.name())
          .append(":*) if [[ $current == -* ]]; then words=\"");
      text.append(String.join(" ", names)).append("\"; else words=\"");
      text.append(String.join(" ", command.arguments())).append("\"; fi ;;\n");
    }
    return text.append(BASH_TAIL).toString();
  }

  private static String patterns(Word command, Option option) {
    List<String> patterns = new ArrayList<>();
    option.names().forEach(name -> patterns.add(command.name() + ":" + name));
    return String.join(" | ", patterns);
  }

  static String zsh() {
    StringBuilder text = new StringBuilder("#compdef regwright\n\n_regwright() {\n");
    text.append("  local -a commands=(\n");
    List<Word> commands = CompletionModel.commands();
    for (Word command : commands) {
      String entry = command.name() + ":" + command.purpose().replace(":", "\\:");
      text.append("    ").append(quoted(entry)).append('\n');
    }
    text.append(
        "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n");
    text.append("  local command=$words[2]\n  shift words\n  ((CURRENT--))\n  case $command in\n");
    for (Word command : commands) {
      text.append("    ").append(command.name()).append(")\n      _arguments");
      for (Option option : command.options()) {
        for (String name : option.names()) {
          text.append(" \\\n        ").append(quoted(zsh(name, option)));
        }
      }
      String arguments =
          command.arguments().isEmpty()
              ? "*:file:_files"
              : "*:argument:(" + String.join(" ", command.arguments()) + ")";
      text.append(" \\\n        ").append(quoted(arguments)).append("\n      ;;\n");
    }
    text.append("  esac\n}\n\n");
    text.append("if [[ $funcstack[1] == _regwright ]]; then\n  _regwright \"$@\"\nelse\n");
    return text.append("  compdef _regwright regwright\nfi\n").toString();
  }

  private static String zsh(String name, Option option) {
    String description =
        option.description().replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    String equals = option.takesValue() && name.startsWith("--") ? "=" : "";
    String text = "*" + name + equals + "[" + description.replace(":", "\\:") + "]";
    if (!option.takesValue()) {
      return text;
    }
    String label = option.label().replace(":", "\\:").replace("[", "").replace("]", "");
    String values =
        option.takesFile()
            ? "_files"
            : option.values().isEmpty() ? " " : "(" + String.join(" ", option.values()) + ")";
    return text + ":" + label + ":" + values;
  }

  static String fish() {
    StringBuilder text = new StringBuilder("# fish completion for regwright\n");
    for (Word command : CompletionModel.commands()) {
      text.append("complete -c regwright -f -n __fish_use_subcommand -a ").append(command.name());
      text.append(" -d ").append(fishQuoted(command.purpose())).append('\n');
      String within =
          "complete -c regwright -n '__fish_seen_subcommand_from " + command.name() + "'";
      for (Option option : command.options()) {
        text.append(within);
        for (String name : option.names()) {
          boolean isLong = name.startsWith("--");
          text.append(isLong ? " -l " : " -s ").append(name.substring(isLong ? 2 : 1));
        }
        if (option.takesValue()) {
          text.append(option.takesFile() ? " -r -F" : " -x");
        }
        if (!option.values().isEmpty()) {
          text.append(" -a ").append(fishQuoted(String.join(" ", option.values())));
        }
        text.append(" -d ").append(fishQuoted(option.description())).append('\n');
      }
      if (!command.arguments().isEmpty()) {
        text.append(within).append(" -f -a ");
        text.append(fishQuoted(String.join(" ", command.arguments()))).append('\n');
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String fishQuoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
