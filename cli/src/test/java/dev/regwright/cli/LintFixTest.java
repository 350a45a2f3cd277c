package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintFixTest {
  private static final String TEXT =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io # äöü
      endpoints:
        - url: https://harbor.example.org/v2/dockerhub
          overridePath: false
        - url: https://zot.example.org/v2/x
      """;
  private static final String FIXED = TEXT.replace("false", "true");

  @TempDir private Path dir;
  private Path file;

  @BeforeEach
  void write() {
    file = Samples.write(dir, "mirrors.yaml", TEXT);
  }

  @Test
  void repairsAndReportsWhatIsLeft() {
    Run run = Run.of("lint", file, "--fix", "--format", "concise");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .isEqualTo(
            "regwright: fixed " + file + ":5:10 path-needs-override: set overridePath: true\n");
    assertThat(run.out()).startsWith(file + ":7:10: error path-needs-override").hasLineCount(1);
    assertThat(file).content().isEqualTo(FIXED);
    assertThat(Run.of("lint", file, "--fix", "-q", "--ignore=path-needs-override"))
        .isEqualTo(new Run(0, "", ""));
  }

  @Test
  void repairsContainerdsDirectories() {
    String text = "# Hub\r\n[host.\"https://harbor.example.org/v2/hub\"] # proxy\r\n";
    Path hosts = Samples.write(dir, "certs.d/docker.io/hosts.toml", text);
    Run diff = Run.of("lint", dir.resolve("certs.d"), "--diff");
    assertThat(diff.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(diff.out()).contains("+override_path = true");
    Run run = Run.of("lint", dir.resolve("certs.d"), "--fix");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("hosts-path-needs-override: add override_path = true");
    assertThat(hosts).content().isEqualTo(text + "override_path = true\r\n");
  }

  @Test
  void keepsEncodingAndLineEnds() throws IOException {
    String windows = "\uFEFF" + TEXT.replace("\n", "\r\n");
    Files.write(file, windows.getBytes(StandardCharsets.UTF_16LE));
    Run.of("lint", file, "--fix");

    assertThat(Files.readString(file, StandardCharsets.UTF_16LE))
        .isEqualTo("\uFEFF" + FIXED.replace("\n", "\r\n"));
  }

  @Test
  void showsWhatItWouldChange() {
    Run run = Run.of("lint", dir, "--diff");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            --- %1$s
            +++ %1$s
            @@ -3,5 +3,5 @@
             name: docker.io # äöü
             endpoints:
               - url: https://harbor.example.org/v2/dockerhub
            -    overridePath: false
            +    overridePath: true
               - url: https://zot.example.org/v2/x
            """
                .formatted(file));
    assertThat(file).content().isEqualTo(TEXT);
    assertThat(Run.on(FIXED, "lint", "-", "--diff")).isEqualTo(new Run(0, "", ""));
    assertThat(Run.on(TEXT, "lint", "-", "--fix", "--diff").out()).startsWith("--- <stdin>\n");
  }

  @Test
  void leavesUnsafeRepairsToThoseWhoAsk() {
    String text = TEXT.replace("docker.io", "https://docker.io").replace("/v2/", "/");
    Samples.write(dir, "mirrors.yaml", text);
    Run safe = Run.of("lint", file, "--diff", "--select=mirror-name-never-matches");
    Run unsafe =
        Run.of("lint", file, "--diff", "--select=mirror-name-never-matches", "--unsafe-fixes");

    assertThat(List.of(safe.out(), unsafe.out())).anyMatch(out -> out.contains("+name: docker.io"));
    assertThat(unsafe.out()).contains("+name: docker.io");
  }

  @Test
  void saysWhatItCannotWrite() {
    assertThat(file.toFile().setWritable(false)).isTrue();
    Run run = Run.of("lint", file, "--fix");

    if (run.code() == ExitCode.FAILURE) { // who may write everything has nothing to see here
      assertThat(run.err()).contains("cannot be written: is read-only");
      assertThat(file).content().isEqualTo(TEXT);
      assertThat(run.out()).contains("1 fixable with --fix");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--unsafe-fixes, --quiet, --unsafe-fixes goes with --fix or --diff",
    "--diff, --format=json, --diff takes standard output",
  })
  void saysWhatDoesNotGoTogether(String one, String other, String message) {
    Run run = Run.of("lint", file, one, other);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
    assertThat(Run.on(TEXT, "lint", "-", "--fix").err()).contains("--fix writes files");
  }
}
