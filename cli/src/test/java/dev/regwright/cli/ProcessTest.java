package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: streams, exit codes and encodings that no test can fake. */
@Timeout(120)
class ProcessTest {
  @TempDir private Path dir;

  @Test
  void answersByItsExitCode() throws IOException, InterruptedException {
    Path clean = Samples.write(dir, "clean.yaml", Samples.CLEAN);
    Path broken = Samples.write(dir, "broken.yaml", Samples.BROKEN);

    assertThat(fork("", "lint", clean.toString()).code()).isEqualTo(0);
    assertThat(fork("", "lint", broken.toString()).code()).isEqualTo(1);
    assertThat(fork("", "lint", "--nonsense").code()).isEqualTo(2);
    assertThat(fork("", "lint", dir.resolve("missing").toString()).code()).isEqualTo(3);
  }

  @Test
  void keepsFindingsAndTheRestApart() throws IOException, InterruptedException {
    Run run = fork(Samples.BROKEN, "lint", "-", "missing.yaml", "--format", "concise");

    assertThat(run.out())
        .isEqualTo("<stdin>:3:1: error unknown-key RegistryMirrorConfig has no key nome\n");
    assertThat(run.err()).isEqualTo("regwright: missing.yaml: no such file or directory\n");
  }

  @Test
  void writesUtf8() throws IOException, InterruptedException {
    Run run = fork(Samples.BROKEN.replace("nome", "nämë"), "lint", "-");

    assertThat(run.out()).contains("3 | nämë").doesNotContain("\u001B");
  }

  private static Run fork(String stdin, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().write(stdin.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }
}
