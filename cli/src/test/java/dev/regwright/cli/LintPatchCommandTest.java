package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintPatchCommandTest {
  private static final String BASE =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://mirror.example.org
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: mirror.example.org
      username: robot
      password: hunter22
      """;

  @TempDir private Path dir;

  @Test
  void findingsStandInTheFileThatCausedThem() {
    Path base = Samples.write(dir, "base.yaml", BASE);
    Path patch =
        Samples.write(
            dir,
            "patch.yaml",
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
              - url: https://mirror.example.org
              - url: https://other.example.org/v2/hub
            """);
    Run run = Run.of("lint", base, "--patch", patch);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("[duplicate-endpoint]", "patch.yaml:5:10", "base.yaml:5:10")
        .contains("[path-needs-override]", "patch.yaml:6:10")
        .doesNotContain("hunter22");
    assertThat(Run.of("lint", base, "--patch", patch, "--format", "concise").out().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("patch.yaml:"));
  }

  @Test
  void aPatchThatDoesNotFitIsAFinding() {
    Path base = Samples.write(dir, "base.yaml", BASE);
    Path patch = Samples.write(dir, "patch.yaml", "- op: remove\n  path: /x\n");
    Run run = Run.of("lint", base, "--patch", patch);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("patch-refused", "JSON6902 patches are not supported");
  }

  @Test
  void saysWhatCannotBe() {
    Path base = Samples.write(dir, "base.yaml", BASE);
    assertThat(Run.of("lint", base, base, "--patch", base).code()).isEqualTo(ExitCode.USAGE);
    Run missing = Run.of("lint", base, "--patch", dir.resolve("none.yaml"));
    assertThat(missing.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(missing.err()).contains("none.yaml: no such file or directory");
  }
}
