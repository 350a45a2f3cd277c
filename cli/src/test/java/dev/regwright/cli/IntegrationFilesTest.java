package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import dev.regwright.yaml.YamlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What pre-commit and GitHub call exists and works. */
@DisabledOnOs(OS.WINDOWS)
class IntegrationFilesTest {
  private static final Path ROOT = Path.of("..");

  @TempDir private Path dir;

  private static YamlNode read(String name) throws IOException {
    YamlStream stream =
        YamlStream.read(SourceFile.of(name, Files.readAllBytes(ROOT.resolve(name))));
    assertThat(stream.problems()).isEmpty();
    return Objects.requireNonNull(stream.documents().get(0).root());
  }

  private static String text(YamlNode node, String key) {
    return ((YamlScalar) Objects.requireNonNull(((YamlMapping) node).get(key))).text();
  }

  private static List<YamlNode> items(YamlNode node) {
    return ((YamlSequence) node).items();
  }

  @Test
  void hooksAreCommandsOfOurs() throws IOException {
    Path clean = Samples.write(dir, "clean.yaml", Samples.CLEAN);
    for (YamlNode hook : items(read(".pre-commit-hooks.yaml"))) {
      List<Object> words = new ArrayList<>(List.of(text(hook, "entry").split(" ", -1)));
      assertThat(words.remove(0)).isEqualTo("regwright");
      words.add(clean);
      assertThat(Run.of(words.toArray())).isEqualTo(new Run(0, "", ""));
      assertThat("a/b.yml").containsPattern(text(hook, "files"));
    }
  }

  private String lintStep() throws IOException {
    YamlMapping runs = (YamlMapping) ((YamlMapping) read("action.yml")).get("runs");
    List<YamlNode> steps = items(Objects.requireNonNull(runs.get("steps")));
    return text(steps.get(steps.size() - 1), "run");
  }

  /** Runs the action's last step with a program that shows its arguments. */
  private List<String> arguments(Map<String, String> inputs)
      throws IOException, InterruptedException {
    Path program =
        Samples.write(
            dir, "cli/target/regwright/bin/regwright", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", lintStep());
    builder.environment().put("GITHUB_ACTION_PATH", dir.toString());
    for (String name : List.of("PATHS", "TALOS", "FAIL_ON", "CONFIG", "BASELINE", "SARIF")) {
      builder.environment().put("REGWRIGHT_" + name, inputs.getOrDefault(name, ""));
    }
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().toList();
  }

  @Test
  void theActionPassesItsInputsOn() throws IOException, InterruptedException {
    assertThat(arguments(Map.of("PATHS", ".", "FAIL_ON", "error")))
        .containsExactly("lint", "--format", "auto", "--fail-on=error", "--", ".");
    assertThat(
            arguments(
                Map.of(
                    "PATHS",
                    "a b\n$(touch x)\n",
                    "FAIL_ON",
                    "info",
                    "TALOS",
                    "1.13",
                    "CONFIG",
                    "c",
                    "BASELINE",
                    "b",
                    "SARIF",
                    "s.sarif")))
        .containsExactly(
            "lint",
            "--format",
            "auto",
            "--fail-on=info",
            "--talos=1.13",
            "--config=c",
            "--baseline=b",
            "--format=sarif=s.sarif",
            "--",
            "a b",
            "$(touch x)");
  }

  @Test
  void theActionsArgumentsAreOursToo() throws IOException, InterruptedException {
    Path clean = Samples.write(dir, "clean.yaml", Samples.CLEAN);
    Path sarif = dir.resolve("s.sarif");
    List<String> words =
        arguments(Map.of("PATHS", clean.toString(), "FAIL_ON", "info", "SARIF", sarif.toString()));

    assertThat(Run.of(words.toArray()).code()).isZero();
    assertThat(sarif).exists();
  }
}
