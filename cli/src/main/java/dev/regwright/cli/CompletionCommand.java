package dev.regwright.cli;

import dev.regwright.run.ExitCode;
import dev.regwright.run.Io;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code regwright completion SHELL}: a script for the shell to load. */
final class CompletionCommand implements Command {
  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String purpose() {
    return "Print what a shell needs to complete commands and options";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            this,
            "bash | zsh | fish",
            "  regwright completion zsh > \"${fpath[1]}/_regwright\"          for every zsh",
            "  source <(regwright completion bash)                          for this bash",
            "  regwright completion fish > ~/.config/fish/completions/regwright.fish");
    spec.addPositional(Specs.argument("SHELL", "bash, zsh or fish")).addOption(Specs.help());
    Specs.exitCodes(spec, "printed", "", "no such shell");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Io io) throws IOException, UsageException {
    String shell = arguments.matchedPositionalValue(0, "");
    String script =
        switch (shell) {
          case "bash" -> Completions.bash();
          case "zsh" -> Completions.zsh();
          case "fish" -> Completions.fish();
          case "" -> throw new UsageException("say which shell: " + String.join(", ", SHELLS));
          default -> throw UsageException.noneOf("completion", shell, SHELLS);
        };
    io.out().write(script);
    return ExitCode.CLEAN;
  }
}
