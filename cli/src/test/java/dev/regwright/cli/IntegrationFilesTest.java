package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.run.ExitCode;
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

/** What pre-commit and GitLab call exists and works; GitHub's action has a test of its own. */
@DisabledOnOs(OS.WINDOWS)
class IntegrationFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path HOOKS = ROOT.resolve(".pre-commit-hooks.yaml");

  /** Repairable without changing what it means. */
  private static final String MENDABLE =
      Samples.CLEAN.replace("example.org", "example.org/v2/hub") + "    overridePath: false\n";

  @TempDir private Path dir;

  private static YamlNode read(String name, byte[] bytes) {
    YamlStream stream = YamlStream.read(SourceFile.of(name, bytes));
    assertThat(stream.problems()).isEmpty();
    return Objects.requireNonNull(stream.documents().get(0).root());
  }

  private static YamlNode get(YamlNode node, String key) {
    return Objects.requireNonNull(((YamlMapping) node).get(key), key);
  }

  private static String text(YamlNode node, String key) {
    return ((YamlScalar) get(node, key)).text();
  }

  private static List<YamlNode> items(YamlNode node) {
    return ((YamlSequence) node).items();
  }

  private static YamlNode hook(String id) throws IOException {
    for (YamlNode hook : items(read("hooks", Files.readAllBytes(HOOKS)))) {
      if (text(hook, "id").equals(id)) {
        return hook;
      }
    }
    throw new IllegalArgumentException(id);
  }

  /**
   * Runs a hook as pre-commit does: the words of the entry, those of args, and the files if it
   * wants them; without a shell.
   */
  private Shell hook(String id, List<String> args, String... files)
      throws IOException, InterruptedException {
    Path programs = Shell.regwright(dir.resolve("programs/regwright")).getParent();
    YamlNode hook = hook(id);
    List<String> command = new ArrayList<>(List.of(text(hook, "entry").split(" ", -1)));
    command.set(0, programs.resolve(command.get(0)).toString());
    command.addAll(args);
    command.addAll(List.of(files));
    return Shell.run(Files.createDirectories(dir.resolve("work")), Map.of(), command);
  }

  private static List<String> ownArgs(String id) throws IOException {
    List<String> words = new ArrayList<>();
    items(get(hook(id), "args")).forEach(word -> words.add(((YamlScalar) word).text()));
    return words;
  }

  @Test
  void hooksAreCommandsOfOurs() throws IOException, InterruptedException {
    Path work = dir.resolve("work");
    for (String id : List.of("regwright", "regwright-fix")) {
      assertThat(text(hook(id), "pass_filenames")).isEqualTo("false");
      assertThat("a/b.yml").containsPattern(text(hook(id), "files"));
      assertThat("certs.d/r.io/hosts.toml").containsPattern(text(hook(id), "files"));
      assertThat("a.yaml.orig").doesNotContainPattern(text(hook(id), "files"));
      assertThat(hook(id, ownArgs(id))).as("nothing there").isEqualTo(new Shell(0, ""));
      Samples.write(work, "a b/-c.yaml", Samples.CLEAN);
      assertThat(hook(id, ownArgs(id))).isEqualTo(new Shell(0, ""));
      Files.delete(work.resolve("a b/-c.yaml"));
    }
    Samples.write(work, "-x y.yaml", Samples.BROKEN);
    Shell found = hook("regwright", ownArgs("regwright"));
    assertThat(found.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(found.out()).contains("--> -x y.yaml:3:1");
  }

  @Test
  void theRepairingHookRepairs() throws IOException, InterruptedException {
    Path file = Samples.write(dir.resolve("work"), "a.yaml", MENDABLE);

    assertThat(hook("regwright-fix", ownArgs("regwright-fix"))).isEqualTo(new Shell(0, ""));
    assertThat(file).content().contains("overridePath: true");
  }

  /** With {@code pass_filenames: true} and {@code args: [--]}, as the documentation says. */
  @Test
  void hooksTakeFileNames() throws IOException, InterruptedException {
    Path work = dir.resolve("work");
    Samples.write(work, "-x y.yaml", Samples.BROKEN);
    Samples.write(work, "$(z)'\".yaml", Samples.CLEAN);
    Samples.write(work, "chart/templates/a.yaml", "a: {{ .Values.x }}\nb: [\n");
    Shell found = hook("regwright", List.of("--"), "-x y.yaml", "$(z)'\".yaml");

    assertThat(found.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(found.out()).contains("-x y.yaml:3:1").doesNotContain("(z)");
  }

  /** The snippet of the documentation, with the shell options of GitLab's runner. */
  @Test
  void gitlabsJobMakesItsReport() throws IOException, InterruptedException {
    Path programs = Shell.regwright(dir.resolve("programs/regwright")).getParent();
    String page = Files.readString(ROOT.resolve("docs/ci.md"));
    int start = page.indexOf("```yaml\n", page.indexOf("## GitLab")) + 8;
    String snippet = page.substring(start, page.indexOf("```", start));
    YamlNode job = get(read("snippet", snippet.getBytes(StandardCharsets.UTF_8)), "registries");
    String script = ((YamlScalar) items(get(job, "script")).get(0)).text();
    Samples.write(dir, "talos/a b.yaml", Samples.BROKEN);

    Shell shell =
        Shell.run(
            dir,
            Map.of("PATH", programs + ":" + System.getenv("PATH")),
            List.of("bash", "-c", "set -eo pipefail\n" + script));
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.out()).contains("unknown-key");
    assertThat(text(get(job, "artifacts"), "when")).isEqualTo("always");
    String report = text(get(get(job, "artifacts"), "reports"), "codequality");
    assertThat(
            new ObjectMapper()
                .readTree(dir.resolve(report).toFile())
                .at("/0/location/path")
                .asText())
        .isEqualTo("talos/a b.yaml");
  }

  private Shell tool(Path directory, String... command) throws IOException, InterruptedException {
    Path programs = Shell.regwright(dir.resolve("programs/regwright")).getParent();
    Map<String, String> variables =
        Map.of(
            "PATH",
            programs + ":" + System.getenv("PATH"),
            "PRE_COMMIT_HOME",
            dir.resolve("cache").toString(),
            "HOME",
            dir.toString(),
            "GIT_CONFIG_NOSYSTEM",
            "1");
    try {
      return Shell.run(directory, variables, List.of(command));
    } catch (IOException e) {
      return abort("there is no " + command[0] + " here");
    }
  }

  private void repository(Path directory) throws IOException, InterruptedException {
    tool(directory, "git", "init", "-q");
    tool(directory, "git", "add", "-A");
    Shell commit =
        tool(
            directory,
            "git",
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@example.org",
            "commit",
            "-qm",
            "x");
    assertThat(commit.code()).as(commit.out()).isZero();
  }

  /** The real one, when it is on this machine; it clones a directory and needs no network. */
  @Test
  void preCommitItselfRunsTheHooks() throws IOException, InterruptedException {
    tool(dir, "pre-commit", "--version");
    Path hooks = Files.createDirectories(dir.resolve("hooks"));
    Files.copy(HOOKS, hooks.resolve(".pre-commit-hooks.yaml"));
    assertThat(tool(hooks, "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"))
        .isEqualTo(new Shell(0, ""));
    repository(hooks);
    String revision = tool(hooks, "git", "rev-parse", "HEAD").out().strip();
    Path work = dir.resolve("repository");
    Samples.write(work, "talos/-x y.yaml", Samples.BROKEN);
    Samples.write(
        work,
        ".pre-commit-config.yaml",
        "repos:\n  - repo: "
            + hooks
            + "\n    rev: "
            + revision
            + "\n    hooks:\n      - id: regwright\n        args: [talos/]\n"
            + "      - id: regwright\n        alias: names\n        pass_filenames: true\n"
            + "        args: [--]\n        files: ^talos/\n      - id: regwright-fix\n");
    repository(work);

    Shell found = tool(work, "pre-commit", "run", "--all-files", "regwright");
    assertThat(found.code()).as(found.out()).isEqualTo(1);
    assertThat(found.out().split("talos/-x y.yaml:3:1", -1)).as(found.out()).hasSize(3);
    Samples.write(work, "talos/-x y.yaml", Samples.CLEAN);
    assertThat(tool(work, "pre-commit", "run", "--all-files").code()).isZero();
    Samples.write(work, "talos/-x y.yaml", MENDABLE);
    Shell mended = tool(work, "pre-commit", "run", "--all-files", "regwright-fix");
    assertThat(mended.out()).contains("files were modified by this hook");
    assertThat(work.resolve("talos/-x y.yaml")).content().contains("overridePath: true");
    Shell none = tool(work, "pre-commit", "run", "regwright", "--files", "README");
    assertThat(none.out()).contains("Skipped");
    assertThat(none.code()).isZero();
  }
}
