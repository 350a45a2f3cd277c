package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

@DisabledOnOs(OS.WINDOWS)
class CompletionCommandTest {
  @TempDir private Path dir;

  private String bash(String... args) throws IOException, InterruptedException {
    Path script = Files.writeString(dir.resolve("script"), Run.of("completion", "bash").out());
    Process process =
        new ProcessBuilder(
                "bash", "--norc", "-c", String.join("\n", args), "bash", script.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  /** What bash would offer behind these words; the last one is what is being typed. */
  private List<String> offered(String words) throws IOException, InterruptedException {
    String[] parts = words.split(" ", -1);
    return bash(
            "source \"$1\"",
            "COMP_WORDS=(" + quoted(parts) + ")",
            "COMP_CWORD=" + (parts.length - 1),
            "_regwright",
            "printf '%s\\n' \"${COMPREPLY[@]}\"")
        .lines()
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String quoted(String... words) {
    return "'" + String.join("' '", words) + "'";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regwright li | lint",
        "regwright co | convert completion",
        "regwright lint --fa | --fail-on",
        "regwright lint --fail-on w | warning",
        "regwright lint --format sa | sarif",
        "regwright lint --format = ma | markdown",
        "regwright lint --mode = | metal cloud container",
        "regwright lint a.yaml --unsa | --unsafe-fixes",
        "regwright rules policy-air | policy-air-gapped",
        "regwright completion z | zsh",
        "regwright help tr | trace",
        "regwright lint --config x | ''",
        "regwright lint x | ''",
        "regwright nonsense --x | ''",
      })
  void offersWhatFits(String words, String offered) throws IOException, InterruptedException {
    assertThat(String.join(" ", offered(words))).isEqualTo(offered);
  }

  @Test
  void bashTakesTheScript() throws IOException, InterruptedException {
    assertThat(bash("bash -n \"$1\"")).isEmpty();
    Path zsh = Files.writeString(dir.resolve("zsh"), Run.of("completion", "zsh").out());
    assertThat(bash("bash -n '" + zsh + "'")).as("its syntax is bash's as well").isEmpty();
    assertThat(bash("source \"$1\"", "complete -p regwright")).contains("-F _regwright regwright");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void knowsEveryCommandAndOption(String shell) {
    String script = Run.of("completion", shell).out();

    for (Command command : Commands.all()) {
      assertThat(script).contains(command.name());
      for (OptionSpec option : command.spec().options()) {
        String name = option.longestName().substring(2);
        assertThat(script).contains(shell.equals("fish") ? "-l " + name : "--" + name);
      }
    }
    String plain = script.replace("'\\''", "").replace("\\\\", "").replace("\\'", "");
    assertThat(plain.chars().filter(c -> c == '\'').count() % 2).as("quotes").isZero();
  }

  @Test
  void saysWhichShellsThereAre() {
    assertThat(Run.of("completion").err()).contains("say which shell: bash, zsh, fish");
    assertThat(Run.of("completion", "tcsh").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theNamesAreThoseOfTheCommands() {
    assertThat(Commands.names())
        .containsExactlyInAnyOrderElementsOf(Commands.all().stream().map(Command::name).toList());
  }
}
