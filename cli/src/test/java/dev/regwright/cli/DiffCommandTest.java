package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {
  private static final String LEGACY =
      """
      machine:
        registries:
          mirrors:
            docker.io:
              endpoints: ["https://mirror.example.org"]
      """;

  @TempDir private Path dir;
  private Path clean;

  @BeforeEach
  void files() {
    clean = Samples.write(dir, "clean.yaml", Samples.CLEAN);
  }

  /** The block of code behind a mark in a page. */
  private static String fence(String page, String mark) {
    int start = page.indexOf("```yaml\n", page.indexOf(mark)) + "```yaml\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void theDocumentationShowsWhatReallyHappens() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "diff.md"));
    Path before = Samples.write(dir, "before.yaml", fence(page, "`before.yaml`:"));
    Path after = Samples.write(dir, "after.yaml", fence(page, "`after.yaml`:"));

    Run run = Run.of("diff", before, after, "--talos", "1.13");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    String shown = run.out().replaceAll("[^ (]*/(before|after).yaml", "$1.yaml");
    // Columns are as wide as the paths in them, which are longer here.
    String indented = shown.replaceAll("(?m)^(?=.)", " ").replaceAll(" +", " ");
    assertThat(page.replaceAll(" +", " "))
        .contains(" $ regwright diff before.yaml after.yaml --talos 1.13\n" + indented + "\n");
    for (String format : new String[] {"text", "json", "markdown"}) {
      Run other = Run.of("diff", before, after, "--format", format, "--image", "nginx:1");
      assertThat(other.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(other.out())
          .contains("other password", "nginx")
          .doesNotContain("not-a-real-password", "unnamed.registry");
    }
  }

  @Test
  void theSameByMeaningIsTheSame() {
    Run run = Run.on(LEGACY, "diff", "-", clean);
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .startsWith("<stdin> → ")
        .contains("\nNodes do the same: 6 registries ", "\nReboot: no; ")
        .doesNotContain("~ ", "+ ", "- ");
    assertThat(run.err()).isEmpty();
    assertThat(Run.on(LEGACY, "diff", clean, "-", "--format", "json").out())
        .contains("\"same\": true,\n  \"apply\"", "\"path\": \"<stdin>\"")
        .doesNotContain("\"appears\"", "\"vanishes\"", "\"changes\"");
  }

  @Test
  void oneFileIsComparedAcrossVersions() {
    Path legacy = Samples.write(dir, "legacy.yaml", LEGACY);
    Run same = Run.of("diff", legacy, "--talos-old", "1.11", "--talos-new", "1.14");
    assertThat(same.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(same.out())
        .contains(", Talos 1.11.6, containerd 2.1.5 → ", "\nReboot: yes; the node boots into ");
    Run refused = Run.of("diff", clean, "--talos-old", "1.11");
    assertThat(refused.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("unknown-kind", "the old side, ", "cannot be compared");
  }

  @Test
  void oneFileIsComparedWithWhatPatchesMakeOfIt() {
    Path legacy = Samples.write(dir, "legacy.yaml", LEGACY);
    Path patch =
        Samples.write(
            dir,
            "second.yaml",
            """
            machine:
              registries:
                mirrors:
                  docker.io:
                    endpoints: ["https://second.example.org"]
            """);
    Run patched = Run.of("diff", legacy, "--patch-new", patch);
    assertThat(patched.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(patched.err()).isEmpty();
    assertThat(patched.out())
        .startsWith(legacy + " → " + legacy + " + " + patch + ", Talos 1.14")
        .containsPattern("\\+ https://second.example.org/v2 .*\\n.*second.yaml:5")
        .doesNotContain("- https://");
    Run undone = Run.of("diff", legacy, "--patch-old", patch);
    assertThat(undone.out()).contains("- https://second.example.org/v2 ");
    assertThat(Run.of("diff", legacy, legacy, "--patch", patch).code()).isEqualTo(ExitCode.CLEAN);
    assertThat(Run.of("diff", legacy, "--patch", patch).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.on(LEGACY, "diff", "-", "--patch-new", "-").err())
        .contains("standard input can be read once");
    Run broken = Run.on("machine: [", "diff", legacy, "--patch-new", "-");
    assertThat(broken.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(broken.out()).isEmpty();
    assertThat(broken.err()).contains("<stdin>:1", "the new side, ", "cannot be compared");
  }

  @Test
  void aDirectoryOfHostsTomlIsComparedForPods() {
    Samples.write(dir, "certs.d/docker.io/hosts.toml", "[host.'https://mirror.example.org']\n");
    Run run = Run.of("diff", dir.resolve("certs.d"), clean, "--containerd", "2.3");
    assertThat(run.out()).contains("for pods only, as one side is no Talos configuration");
    assertThat(run.out()).contains("Reboot: unknown; the old side is no Talos configuration");
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    Samples.write(dir, "new/docker.io/hosts.toml", "server = 'https://u:Sup3rSecret@m.example'\n");
    Run other = Run.of("diff", dir.resolve("certs.d"), dir.resolve("new"), "--color", "always");
    assertThat(other.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(other.out())
        .contains(
            "\u001B[1;31m- https://mirror.example.org/v2",
            "\u001B[1;32m+ https://m.example/v2",
            "server of hosts.toml")
        .doesNotContain("Sup3rSecret");
  }

  @Test
  void unreadableSidesAreToldFromDifferences() {
    Path broken = Samples.write(dir, "broken.yaml", Samples.BROKEN);
    for (Path other : new Path[] {broken, dir.resolve("missing.yaml")}) {
      Run run = Run.of("diff", clean, other);
      assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("the new side, " + other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c.yaml",
        "a.yaml b.yaml c.yaml",
        "- -",
        "- --talos-old 1.12",
        "a.yaml b.yaml --talos-new x",
        "a.yaml b.yaml --format toml",
        "a.yaml b.yaml --image UPPER"
      })
  void mistakesOnTheCommandLineAreUsageErrors(String arguments) {
    String line = "diff " + arguments;
    Run run = Run.with("", Map.of(), false, (Object[]) line.strip().split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("regwright: ");
  }
}
