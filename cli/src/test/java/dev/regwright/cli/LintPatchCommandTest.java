package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private static final String PATCH =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://mirror.example.org
        - url: http://other.example.org/v2/hub
      """;

  private Run withSettings(String settings, Object... more) throws IOException {
    Files.createDirectories(dir.resolve(".git")); // nothing above counts
    Samples.write(dir, ".regwright.yaml", settings);
    Path base = Samples.write(dir, "base/node.yaml", BASE);
    Path patch = Samples.write(dir, "patches/hub.yaml", PATCH);
    List<Object> words = new ArrayList<>(List.of("lint", base, "--patch", patch));
    words.addAll(List.of("--format", "concise"));
    words.addAll(List.of(more));
    return Run.of(words.toArray());
  }

  private static List<String> rules(Run run) {
    return run.out().lines().map(line -> line.split(" ", -1)[2]).toList();
  }

  @Test
  void theSettingsOfTheConfigurationCount() throws IOException {
    assertThat(rules(withSettings("{}")))
        .containsExactly("duplicate-endpoint", "path-needs-override");
    assertThat(rules(withSettings("ignore: [duplicate-endpoint]")))
        .containsExactly("path-needs-override");
    assertThat(rules(withSettings("select: [duplicate-endpoint]")))
        .containsExactly("duplicate-endpoint");
    assertThat(rules(withSettings("select: [duplicate-endpoint]", "--select=path-needs-override")))
        .containsExactly("path-needs-override");
    Run info = withSettings("severity: {duplicate-endpoint: info, path-needs-override: info}");
    assertThat(info.out().lines()).hasSize(2).allMatch(line -> line.contains(": info "));
    assertThat(info.code()).isZero();
    assertThat(withSettings("nonsense: 1").code()).isEqualTo(ExitCode.USAGE);
    assertThat(withSettings("talos: 1.99").err()).contains("note: Talos 1.99 is newer than");
  }

  @Test
  void policiesJudgeTheResult() throws IOException {
    Run run = withSettings("policy: {no-http: true, required-registries: [ghcr.io]}");

    assertThat(rules(run)).contains("policy-no-http", "policy-required-registries");
    assertThat(run.out())
        .contains(
            "patches/hub.yaml:6:10: error policy-no-http", "base/node.yaml:1:1: error policy-");
  }

  @Test
  void ignoresByPathCountWhereTheFindingStands() throws IOException {
    assertThat(rules(withSettings("per-path-ignores: {'patches/**': [duplicate-endpoint]}")))
        .containsExactly("path-needs-override");
    assertThat(rules(withSettings("per-path-ignores: {'base/**': [duplicate-endpoint]}")))
        .containsExactly("duplicate-endpoint", "path-needs-override");
  }

  /** The patches' own settings would judge one configuration by two measures. */
  @Test
  void settingsBesideThePatchDoNotCount() throws IOException {
    Samples.write(dir, "patches/.regwright.yaml", "ignore: [duplicate-endpoint]");
    assertThat(rules(withSettings("{}"))).contains("duplicate-endpoint");
  }

  @Test
  void settingsCanBeNamed() throws IOException {
    Path other = Samples.write(dir, "other.yaml", "ignore: [duplicate-endpoint]");
    assertThat(rules(withSettings("{}", "--config", other))).containsExactly("path-needs-override");
  }

  @Test
  void commentsSuppressInEitherFile() throws IOException {
    String ignore = " # regwright: ignore duplicate-endpoint,path-needs-override -- known";
    Path base =
        Samples.write(
            dir,
            "base.yaml",
            BASE.replace(
                "mirror.example.org\n---",
                "mirror.example.org # regwright: ignore endpoint-port\n---"));
    Path patch =
        Samples.write(
            dir,
            "patch.yaml",
            PATCH.replace("mirror.example.org", "mirror.example.org" + ignore)
                + "  # regwright: ignore no-such-rule\n");
    Run run = Run.of("lint", base, "--patch", patch, "--format", "concise");

    assertThat(rules(run)).containsExactly("path-needs-override", "unused-suppression");
    assertThat(run.out()).contains("there is no rule no-such-rule");
    Path sarif = dir.resolve("out.sarif");
    Run.of("lint", base, "--patch", patch, "--format", "sarif=" + sarif);
    assertThat(sarif).content().contains("\"justification\": \"known\"");
  }

  @Test
  void goesWithoutRepairsAndBaseline() throws IOException {
    assertThat(withSettings("{}", "--fix").err()).contains("--patch goes without repairs");
    assertThat(withSettings("{}", "--write-baseline", dir.resolve("b")).code())
        .isEqualTo(ExitCode.USAGE);
  }
}
