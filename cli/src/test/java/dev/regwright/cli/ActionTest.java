package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import dev.regwright.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of {@code action.yml}, run as GitHub runs them: a file for bash, with the inputs in
 * variables and files for what the step hands on (docs.github.com, "Workflow commands").
 */
@DisabledOnOs(OS.WINDOWS)
class ActionTest {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}");

  @TempDir private Path dir;
  private Path action;
  private Path workspace;
  private Path output;
  private Path summary;

  @BeforeEach
  void prepare() throws IOException {
    action = Files.createDirectories(dir.resolve("an action/v1"));
    workspace = Files.createDirectories(dir.resolve("work space"));
    output = Files.createFile(dir.resolve("output"));
    summary = Files.createFile(dir.resolve("summary"));
  }

  private static YamlMapping file() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("..", "action.yml"));
    YamlStream stream = YamlStream.read(SourceFile.of("action.yml", bytes));
    assertThat(stream.problems()).isEmpty();
    return (YamlMapping) Objects.requireNonNull(stream.documents().get(0).root());
  }

  private static YamlNode get(YamlNode node, String... keys) {
    YamlNode at = node;
    for (String key : keys) {
      at = Objects.requireNonNull(((YamlMapping) at).get(key), key);
    }
    return at;
  }

  private static String text(YamlNode node, String... keys) {
    return ((YamlScalar) get(node, keys)).text();
  }

  private static Map<String, YamlNode> children(YamlNode node, String... keys) {
    Map<String, YamlNode> children = new HashMap<>();
    ((YamlMapping) get(node, keys))
        .entries()
        .forEach(e -> children.put(((YamlScalar) e.key()).text(), e.value()));
    return children;
  }

  private static YamlNode step(String name) throws IOException {
    for (YamlNode step : ((YamlSequence) get(file(), "runs", "steps")).items()) {
      YamlNode called = ((YamlMapping) step).get("name");
      if (called instanceof YamlScalar scalar && scalar.text().equals(name)) {
        return step;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Runs a step with inputs; those not given have their defaults. */
  private Shell run(String name, Map<String, String> inputs)
      throws IOException, InterruptedException {
    YamlNode step = step(name);
    Map<String, String> variables = new HashMap<>();
    if (((YamlMapping) step).get("env") != null) {
      for (Map.Entry<String, YamlNode> variable : children(step, "env").entrySet()) {
        Matcher input =
            Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}")
                .matcher(((YamlScalar) variable.getValue()).text());
        assertThat(input.matches()).as(variable.getKey()).isTrue();
        String value = inputs.get(input.group(1));
        variables.put(
            variable.getKey(),
            value != null ? value : text(file(), "inputs", input.group(1), "default"));
      }
    }
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("GITHUB_ACTION_PATH", action.toString());
    variables.put("GITHUB_OUTPUT", output.toString());
    variables.put("GITHUB_STEP_SUMMARY", summary.toString());
    variables.put("RUNNER_TEMP", Files.createDirectories(dir.resolve("temp")).toString());
    variables.put("PATH", dir.resolve("programs") + ":" + System.getenv("PATH"));
    Path script = Files.writeString(dir.resolve("step.sh"), text(step, "run"));
    assertThat(text(step, "shell")).isEqualTo("bash");
    return Shell.run(
        workspace,
        variables,
        List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString()));
  }

  private Shell check(Map<String, String> inputs) throws IOException, InterruptedException {
    return run("Check", inputs);
  }

  private void install() throws IOException {
    Shell.regwright(action.resolve("cli/target/regwright/bin/regwright"));
  }

  /** Puts a program in our place that shows its arguments. */
  private void installEcho() throws IOException {
    Shell.program(action.resolve("cli/target/regwright/bin/regwright"), "printf '[%s]\\n' \"$@\"");
  }

  /** What the step handed on, read as GitHub's runner reads it. */
  private Map<String, String> outputs() throws IOException {
    Map<String, String> outputs = new HashMap<>();
    List<String> lines = Files.readAllLines(output);
    for (int i = 0; i < lines.size(); i++) {
      int equals = lines.get(i).indexOf('=');
      int border = lines.get(i).indexOf("<<");
      if (border >= 0 && (equals < 0 || border < equals)) {
        int end = i + 1;
        while (!lines.get(end).equals(lines.get(i).substring(border + 2))) {
          end++;
        }
        outputs.put(
            lines.get(i).substring(0, border), String.join("\n", lines.subList(i + 1, end)));
        i = end;
      } else {
        assertThat(equals).isPositive();
        outputs.put(lines.get(i).substring(0, equals), lines.get(i).substring(equals + 1));
      }
    }
    return outputs;
  }

  @Test
  void buildsWhereTheActionLies() throws IOException, InterruptedException {
    Shell.program(dir.resolve("programs/mvn"), "printf '[%s]\\n' \"$@\"");

    assertThat(run("Build Regwright", Map.of()).out())
        .contains("[-f]\n[" + action + "/pom.xml]\n[package]\n[-DskipTests]\n");
  }

  @Test
  void annotatesAndFails() throws IOException, InterruptedException {
    install();
    Samples.write(workspace, "talos/a b.yaml", Samples.BROKEN);
    Shell shell = check(Map.of());

    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.out()).startsWith("::error file=talos/a b.yaml,line=3,");
    assertThat(outputs()).isEqualTo(Map.of("exit-status", "1"));
    assertThat(summary).content().contains("| error | `talos/a b.yaml:3` | `unknown-key` |");
  }

  @Test
  void hasReportsForWhatFollowsEvenWhenItFails() throws IOException, InterruptedException {
    install();
    Samples.write(workspace, "a.yaml", Samples.BROKEN);
    Files.writeString(summary, "# Before\n");
    Shell shell = check(Map.of("upload", "true"));

    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Path.of(outputs().get("sarif"))).content().contains("unknown-key");
    assertThat(outputs()).containsEntry("exit-status", "1").hasSize(2);
    assertThat(summary).content().startsWith("# Before\n").contains("unknown-key");
  }

  @Test
  void aMistakeLeavesNoReport() throws IOException, InterruptedException {
    install();
    Samples.write(workspace, "a.yaml", Samples.BROKEN);
    Path old = Files.writeString(workspace.resolve("old.sarif"), "{}");
    assertThat(old.toFile().setLastModified(1_000_000_000_000L)).isTrue();
    Shell shell = check(Map.of("talos", "nonsense", "sarif", "old.sarif"));

    assertThat(shell.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.out()).contains("--talos takes a version such as 1.13");
    assertThat(outputs()).isEqualTo(Map.of("exit-status", "2"));
    assertThat(summary).isEmptyFile();
  }

  @Test
  void doesNotOverwriteWhatItChecks() throws IOException, InterruptedException {
    install();
    Path file = Samples.write(workspace, "a.yaml", Samples.BROKEN);
    assertThat(check(Map.of("sarif", "a.yaml")).code()).isEqualTo(ExitCode.USAGE);

    assertThat(file).content().isEqualTo(Samples.BROKEN);
  }

  @Test
  void sparesTheSummary() throws IOException, InterruptedException {
    install();
    Samples.write(workspace, "a.yaml", Samples.BROKEN);
    check(Map.of("summary", "false"));
    assertThat(summary).isEmptyFile();

    Shell.program(
        action.resolve("cli/target/regwright/bin/regwright"),
        "for a; do case $a in --format=markdown=*) yes | head -c 1048577 >\"${a#*n=}\";; esac; done");
    assertThat(check(Map.of()).code()).isZero();
    assertThat(summary).content().startsWith("Regwright found too much").hasSizeLessThan(200);
  }

  @Test
  void inputsAreNeverCode() throws IOException, InterruptedException {
    installEcho();
    String evil = "a \"b' `touch x1` $(touch x2) ${HOME} ; touch x3 & * \\ -- é";
    Shell shell =
        check(
            Map.of(
                "paths",
                evil + "\n\n-rf\n  two words \n*\n",
                "talos",
                evil,
                "fail-on",
                evil,
                "config",
                evil,
                "baseline",
                evil,
                "sarif",
                evil,
                "upload",
                evil,
                "summary",
                evil));

    assertThat(shell)
        .isEqualTo(
            new Shell(
                0,
                String.join(
                    "\n",
                    "[lint]",
                    "[--format]",
                    "[auto]",
                    "[--fail-on=" + evil + "]",
                    "[--talos=" + evil + "]",
                    "[--config=" + evil + "]",
                    "[--baseline=" + evil + "]",
                    "[--format=sarif=" + evil + "]",
                    "[--]",
                    "[" + evil + "]",
                    "[-rf]",
                    "[  two words ]",
                    "[*]",
                    "")));
    try (var files = Files.list(workspace)) {
      assertThat(files).isEmpty();
    }
  }

  /** A name that would set other outputs, were it written as it is. */
  @Test
  void namesSetNoOutputs() throws IOException, InterruptedException {
    Shell.program(
        action.resolve("cli/target/regwright/bin/regwright"),
        "for a; do case $a in --format=sarif=*) echo {} >\"${a#*f=}\";; esac; done");
    String evil = "a\nexit-status=0\nEOF\nb=<<x";
    check(Map.of("sarif", evil));

    assertThat(outputs()).isEqualTo(Map.of("exit-status", "0", "sarif", evil));
  }

  @Test
  void anyFilesCanBeChecked() throws IOException, InterruptedException {
    install();
    Samples.write(workspace, "-q.yaml", Samples.BROKEN);
    Samples.write(workspace, "$(x) 'y'/z.yaml", Samples.BROKEN);
    Samples.write(workspace, "not asked for.yaml", Samples.BROKEN);
    Shell shell = check(Map.of("paths", "-q.yaml\n$(x) 'y'/\n", "fail-on", "never"));

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).hasLineCount(2).contains("file=-q.yaml,", "file=$(x) 'y'/z.yaml,");
  }

  /** GitHub does not complain about names there are none of; it takes them for empty. */
  @Test
  void whatItRefersToExists() throws IOException {
    Set<String> inputs = children(file(), "inputs").keySet();
    Set<String> used = new HashSet<>();
    String script = text(step("Check"), "run");
    String yaml = Files.readString(Path.of("..", "action.yml"));
    Matcher expressions = EXPRESSION.matcher(yaml);
    StringBuilder all = new StringBuilder(text(step("Upload to code scanning"), "if"));
    while (expressions.find()) {
      all.append(' ').append(expressions.group(1));
    }
    Matcher words = Pattern.compile("(inputs|steps\\.check\\.outputs)\\.([a-z-]+)").matcher(all);
    while (words.find()) {
      if (words.group(1).equals("inputs")) {
        used.add(words.group(2));
      } else {
        assertThat(script).containsPattern("\\b" + words.group(2) + "(=|<<)");
      }
    }
    assertThat(used).isEqualTo(inputs);
    assertThat(text(step("Check"), "id")).isEqualTo("check");
  }

  /** After a failed check as well, but only when asked to and when there is something to send. */
  @Test
  void uploadsWhatThereIs() throws IOException {
    assertThat(List.of(text(step("Upload to code scanning"), "if").split(" && ", -1)))
        .containsExactlyInAnyOrder(
            "always()", "inputs.upload == 'true'", "steps.check.outputs.sarif != ''");
    assertThat(text(step("Upload to code scanning"), "with", "sarif_file"))
        .isEqualTo("${{ steps.check.outputs.sarif }}");
    assertThat(text(file(), "inputs", "upload", "default")).isEqualTo("false");
  }
}
