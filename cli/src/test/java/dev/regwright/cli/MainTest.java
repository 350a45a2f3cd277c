package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void explainsItselfWithoutArguments() {
    Run run = Run.of();

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: regwright COMMAND", "lint", "rules", "version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void showsTheOverview(String word) {
    Run run = Run.of(word);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Examples:", "regwright lint controlplane.yaml");
    for (Command command : Commands.all()) {
      assertThat(run.out()).contains("  " + command.name() + " ").contains(command.purpose());
    }
  }

  @Test
  void everyCommandTeachesByExample() {
    for (Command command : Commands.all()) {
      Run run = Run.of(command.name(), "--help");

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith(command.purpose() + ".\n")
          .contains("Usage: regwright " + command.name(), "Examples:\n  regwright ")
          .doesNotContain("\u001B", "%");
      assertThat(run.out().lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
      assertThat(Run.of("help", command.name())).isEqualTo(run);
    }
  }

  @Test
  void theHelpOfLintNamesEveryExitCode() {
    assertThat(Run.of("lint", "-h").out())
        .contains("Exit status:", "\n  0 ", "\n  1 ", "\n  2 ", "\n  3 ");
  }

  @Test
  void helpIsBoldOnATerminal() {
    assertThat(Run.with("", Map.of(), true, "lint", "--help").out()).contains("\u001B[");
    assertThat(Run.with("", Map.of("NO_COLOR", "1"), true, "lint", "--help").out())
        .doesNotContain("\u001B[");
  }

  @Test
  void saysItsVersion() {
    assertThat(Run.of("--version").out()).matches("regwright \\S+\n");
    assertThat(Run.of("-V")).isEqualTo(Run.of("--version"));
    Run run = Run.of("version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(Run.of("--version").out()).contains("Talos 1.", "Java ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lnt | unknown command 'lnt'; did you mean lint? (run regwright --help)",
        "zzzzzz | unknown command 'zzzzzz' (run regwright --help)",
        "--format json | the command comes first: regwright lint --format (run regwright --help)",
        "help zzzzzz | unknown command 'zzzzzz' (run regwright help --help)",
        "lint --tals 1 | unknown option '--tals'; did you mean --talos? (run regwright lint --help)",
        "lint --tals=1 | unknown option '--tals'; did you mean --talos? (run regwright lint --help)",
        "lint -x | unknown option '-x' (run regwright lint --help)",
        "lint --talos | Missing required parameter for option '--talos' (VERSION) (run regwright lint --help)",
        "lint --talos x | --talos takes a version such as 1.13 or 1.13.4, not 'x' (run regwright lint --help)",
        "lint --containerd x | --containerd takes a version such as 2.1, not 'x' (run regwright lint --help)",
        "lint --mode vm | --mode takes metal, cloud, container, not 'vm' (run regwright lint --help)",
        "lint --format xml | --format takes text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, markdown, auto, not 'xml' (run regwright lint --help)",
        "lint --fail-on x | --fail-on takes error, warning, info, never, not 'x' (run regwright lint --help)",
        "lint --color x | --color takes auto, always, never, not 'x' (run regwright lint --help)",
        "lint --ignore unknown-kex | --ignore: unknown rule 'unknown-kex'; did you mean unknown-key? (run regwright lint --help)",
        "lint --select=unknown-key,x | --select: unknown rule 'x' (run regwright lint --help)",
        "lint --stdin-filename a b | --stdin-filename names standard input, which is read for - (run regwright lint --help)",
        "rules a b | unexpected argument 'b' (run regwright rules --help)",
        "rules unknown-kex | unknown rule 'unknown-kex'; did you mean unknown-key? (run regwright rules --help)",
        "rules --format xml | --format takes text, json, markdown, not 'xml' (run regwright rules --help)",
        "version x | only options go here; argument 1 is none (run regwright version --help)",
        "generate --password-stdin hunter2 | only options go here; argument 2 is none (run regwright generate --help)",
      })
  void answersAMistakeInOneLine(String args, String answer) {
    Run run = Run.of((Object[]) args.split(" "));

    assertThat(run.err()).isEqualTo("regwright: " + answer + "\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesAnEmptyPath() {
    Run run = Run.of("lint", "");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("a path is empty");
  }

  @Test
  void takesAFileForAForgottenCommand(@TempDir Path dir) {
    Path file = Samples.write(dir, "a.yaml", Samples.CLEAN);

    assertThat(Run.of(file).err()).contains("say what to do with it: regwright lint " + file);
  }

  @Test
  void saysWhyTheReportCannotBeWritten(@TempDir Path dir) {
    Path file = Samples.write(dir, "a.yaml", Samples.BROKEN);
    StringWriter err = new StringWriter();

    assertThat(runInto(new FullDisk("No space left on device"), err, file))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(err).hasToString("regwright: cannot write the report: No space left on device\n");
  }

  @Test
  void endsSilentlyWhenTheReaderHasSeenEnough(@TempDir Path dir) {
    Path file = Samples.write(dir, "a.yaml", Samples.BROKEN);
    StringWriter err = new StringWriter();

    assertThat(runInto(new FullDisk("Broken pipe"), err, file)).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString()).isEmpty();
  }

  private static int runInto(Writer out, Writer err, Path file) {
    var in = new ByteArrayInputStream(new byte[0]);
    return Main.run(new String[] {"lint", file.toString()}, in, out, err, Map.of(), false);
  }

  /** Takes nothing. */
  private static final class FullDisk extends Writer {
    private final String reason;

    FullDisk(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException(reason);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
