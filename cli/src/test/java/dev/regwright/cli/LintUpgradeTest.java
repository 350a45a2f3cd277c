package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code regwright lint --talos A..B}. */
class LintUpgradeTest {
  private static final String LEGACY =
      """
      machine:
        registries:
          mirrors:
            gcr.io:
              endpoints: ["https://mirror.example.org"]
      """;

  private static final String TLS =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://mirror.example.org
      ---
      apiVersion: v1alpha1
      kind: RegistryTLSConfig
      name: mirror.example.org
      insecureSkipVerify: true
      """;

  @TempDir private Path dir;

  /** With {@code -Dgolden.update=true} the page is written anew. */
  @Test
  void theDocumentationShowsWhatReallyHappens() throws IOException {
    Path file = Path.of("..", "docs", "upgrade.md");
    String page = Files.readString(file);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    Path node = Samples.write(dir, "node.yaml", page.substring(start, page.indexOf("```", start)));
    Run run = Run.of("lint", node, "--talos", "1.11..1.14");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    String shown =
        "$ regwright lint node.yaml --talos 1.11..1.14\n"
            + run.out().replace(node.toString().replace('\\', '/'), "node.yaml");
    String indented = shown.replaceAll("(?m)^(?=.)", "    ");
    if (Boolean.getBoolean("golden.update")) {
      int from = page.contains("OUTPUT\n") ? page.indexOf("OUTPUT\n") : page.indexOf("    $ reg");
      int to = page.indexOf("\nOne release is named");
      Files.writeString(file, page.substring(0, from) + indented + page.substring(to));
    }
    assertThat(Files.readString(file)).contains("\n\n" + indented + "\nOne release");
  }

  @Test
  void theReportNamesBothReleases() {
    Run json = Run.on(LEGACY, "lint", "-", "--talos", "1.11..1.13", "--format", "json");
    assertThat(json.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(json.out())
        .contains(
            "\"talos\": \"1.11..1.13\"",
            "\"containerd\": \"2.1..2.2\"",
            "\"rule\": \"upgrade-moves-images\"",
            "\"shared\": 0",
            "\"gone\": 0");
    Run one = Run.on(LEGACY, "lint", "-", "--talos", "1.13", "--format", "json");
    assertThat(one.out()).contains("\"talos\": \"1.13\"").doesNotContain("shared", "gone");
    Run markdown = Run.on(TLS, "lint", "-", "--talos", "1.12.0..1.13", "--format", "markdown");
    assertThat(markdown.out())
        .isEqualTo(
            "No findings in 1 file (Talos 1.12.0..1.13, containerd 2.1..2.2)."
                + " Gone: 1 that only Talos 1.12.0 has.\n");
    Run text = Run.on(TLS, "lint", "-", "--talos", "1.12.2..1.12.6");
    assertThat(text.out())
        .isEqualTo("All good: nothing new in 1 file (Talos 1.12.2..1.12.6, containerd 2.1).\n");
  }

  @Test
  void everyFormatTellsTheSame() {
    Path file = Samples.write(dir, "a.yaml", LEGACY);
    for (String format :
        List.of(
            "text",
            "concise",
            "json",
            "jsonl",
            "sarif",
            "github",
            "gitlab",
            "junit",
            "checkstyle",
            "markdown")) {
      Run run = Run.of("lint", file, "--talos", "1.11..1.12", "--format", format);
      assertThat(run.code()).as(format).isEqualTo(ExitCode.CLEAN);
      assertThat(run.out()).as(format).contains("etcd leaves this mirror", "from Talos 1.12.0 on");
    }
  }

  @Test
  void findingsCountForTheExitStatus() {
    Path file = Samples.write(dir, "a.yaml", LEGACY);
    assertThat(Run.of("lint", file, "--talos", "1.11..1.12", "--fail-on", "warning").code())
        .isEqualTo(ExitCode.FINDINGS);
    String[] ignoring = {"--ignore", "upgrade-moves-images,upgrade-legacy-registries"};
    assertThat(Run.of("lint", file, "--talos", "1.11..1.12", ignoring[0], ignoring[1], "-q").out())
        .isEmpty();
    Samples.write(dir, ".regwright.yaml", "severity: {upgrade-moves-images: error}\n");
    assertThat(Run.of("lint", dir, "--talos", "1.11..1.12").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void severitiesOfTheSettingsHoldForWhatIsOnlyOnTheWay() {
    Samples.write(dir, "a.yaml", TLS);
    assertThat(Run.of("lint", dir, "--talos", "1.11..1.13").code()).isEqualTo(ExitCode.CLEAN);
    Samples.write(dir, ".regwright.yaml", "severity: {upgrade-on-the-way: error}\n");
    assertThat(Run.of("lint", dir, "--talos", "1.11..1.13").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void patchesGoWithIt() {
    Path base = Samples.write(dir, "base.yaml", "machine: {}\n");
    Path patch = Samples.write(dir, "patch.yaml", LEGACY);
    Run run = Run.of("lint", base, "--patch", patch, "--talos", "1.11..1.12");
    assertThat(run.out()).contains("etcd leaves this mirror", "patch.yaml:4:7");
  }

  /** The one comment does nothing with either release, the other does nothing any more. */
  @Test
  void onlyWhatTheUpgradeBringsIsRepaired() throws IOException {
    String idle = "# regwright: ignore-file bad-auth\n";
    String spent = "# regwright: ignore-file empty-document\n";
    String text = TLS.substring(0, TLS.indexOf("---")) + "---\n---\n";
    Path file = Samples.write(dir, "a.yaml", idle + spent + text);
    Run run = Run.of("lint", file, "--talos", "1.12.2..1.12.3", "--fix");
    assertThat(run.err()).contains("fixed ").hasLineCount(1);
    assertThat(Files.readString(file)).isEqualTo(idle + text);
  }

  @Test
  void olderReleasesThanTheKnownOnesAreTold() {
    Run run = Run.on(TLS, "lint", "-", "--talos", "1.3..1.14");
    assertThat(run.err()).contains("note: Talos 1.3 is older than 1.11").doesNotContain("newer");
  }

  @ParameterizedTest
  @CsvSource({
    "1.14..1.11, leads back",
    "1.14..1.14, leads nowhere",
    "v1.13.9..1.13, leads nowhere",
    "1.14.., two for an upgrade",
    "..1.14, two for an upgrade",
    "1.11...1.14, two for an upgrade",
    "1.11..1.12..1.14, two for an upgrade",
  })
  void slipsAreMistakesOnTheCommandLine(String versions, String words) {
    Run run = Run.on(TLS, "lint", "-", "--talos", versions);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--talos takes", words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--containerd=2.1", "--baseline=b.txt", "--write-baseline=b.txt"})
  void whatIsAboutOneReleaseDoesNotGoWithTwo(String option) {
    Run run = Run.on(TLS, "lint", "-", "--talos", "1.11..1.14", option);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains(option.substring(0, option.indexOf('=')) + " goes with one version of Talos");
  }

  @Test
  void otherCommandsKnowOneVersionOnly() {
    assertThat(Run.on(TLS, "trace", "nginx", "--config", "-", "--talos", "1.11..1.14").code())
        .isEqualTo(ExitCode.USAGE);
  }
}
