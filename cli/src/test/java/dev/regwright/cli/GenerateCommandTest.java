package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.generate.PresetGuide;
import dev.regwright.preset.Preset;
import dev.regwright.preset.PresetOption;
import dev.regwright.preset.Presets;
import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
  private static final String SECRET = "s3cr3t-w0rd";
  private static final String MIRROR =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
          - url: https://a:5000
      """;
  private static final String AUTH =
      """
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: a:5000
      username: bob
      password: s3cr3t-w0rd
      """;

  @TempDir Path dir;

  private static Run generate(Object... args) {
    return with("", Map.of(), args);
  }

  private static Run with(String stdin, Map<String, String> env, Object... args) {
    List<Object> all = new ArrayList<>(List.of("generate"));
    all.addAll(List.of(args));
    Run run = Run.with(stdin, env, false, all.toArray());
    assertThat(run.err()).doesNotContain(SECRET);
    return run;
  }

  @Test
  void theFileGoesOutAndTheHintsBeside() {
    Run run = generate("--mirror", "docker.io=https://a:5000");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(MIRROR);
    assertThat(run.err())
        .startsWith("\n1. On the nodes\n   New clusters:   talosctl gen config ")
        .contains("--config-patch @FILE\n");
    assertThat(generate("--mirror", "docker.io=https://a:5000", "-q").err()).isEmpty();
  }

  @Test
  void whatComesOutLintsClean() {
    Run run = generate("--preset", "harbor", "--host", "harbor.test");

    assertThat(Run.on(run.out(), "lint", "-", "--fail-on", "info").code()).isZero();
  }

  @Test
  void numbersTheStepsAndWrapsTheNotes() {
    Run run = generate("--preset", "acr", "--host", "acme.azurecr.io");

    assertThat(run.err())
        .contains("\n1. On the server\n   For each upstream", "\n2. Credentials\n", "\n3. TLS\n")
        .contains("\nNotes\n - Left out factory.talos.dev: ");
    String notes = run.err().substring(run.err().indexOf("\nNotes\n"));
    assertThat(notes.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(88));
  }

  @Test
  void writesAFile() throws IOException {
    Path file = dir.resolve("mirrors.yaml");

    Run run = generate("--mirror", "docker.io=https://a:5000", "-o", file);

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("regwright: wrote " + file + "\n")
        .contains("--patch @" + file + "\n");
    assertThat(file).hasContent(MIRROR);
  }

  @Test
  void aNewFileWithSecretsIsForItsOwnerOnly() throws IOException {
    Path file = dir.resolve("mirrors.yaml");
    Object[] args = {
      "--mirror",
      "docker.io=https://a:5000",
      "--username",
      "bob",
      "--password-env",
      "PW",
      "-o",
      file
    };

    Run run = with("", Map.of("PW", SECRET), args);

    assertThat(run.code()).isZero();
    assertThat(file).hasContent(MIRROR + AUTH);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run.err()).doesNotContain("warning");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(with("", Map.of("PW", SECRET), args).err())
        .contains("warning: it holds secrets, and not only you may read it; chmod 600 " + file);
  }

  @Test
  void saysWhyAFileCannotBeWritten() {
    Run run = generate("--mirror", "docker.io=https://a", "-o", dir.resolve("no/such"));

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "regwright: %s: the directory %s does not exist; make it first\n"
                .formatted(dir.resolve("no/such"), dir.resolve("no")));
  }

  @Test
  void secretsComeFromVariableFileOrStdin() throws IOException {
    Path file = Files.writeString(dir.resolve("pw"), SECRET + "\r\n");
    String[] user = {"--mirror", "docker.io=https://a:5000", "--username", "bob"};

    assertThat(with("", Map.of("PW", SECRET), words(user, "--password-env", "PW")).out())
        .isEqualTo(MIRROR + AUTH);
    assertThat(generate(words(user, "--password-file", file)).out()).isEqualTo(MIRROR + AUTH);
    assertThat(with(SECRET + "\n", Map.of(), words(user, "--password-stdin")).out())
        .isEqualTo(MIRROR + AUTH);
    assertThat(
            with("token", Map.of(), "--mirror", "docker.io=https://a", "--identity-token-stdin")
                .out())
        .contains("name: a\nidentityToken: token\n");
  }

  private static Object[] words(String[] some, Object... more) {
    List<Object> all = new ArrayList<>(List.of((Object[]) some));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password", "--auth", "--identity-token"})
  void noSecretComesFromAnArgument(String option) {
    for (Object[] args :
        List.of(new Object[] {option, SECRET}, new Object[] {option + "=" + SECRET})) {
      Run run = generate(words(new String[] {"--mirror", "docker.io=https://a"}, args));

      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(option + " would show it to everybody who lists processes")
          .contains(option + "-env VAR")
          .contains(option + "-stdin");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--mirror docker.io | --mirror takes NAME=URL, such as docker.io=https://mirror.example.com",
        "--mirror a=https://a --to x | --to takes talos, talos-legacy, hosts-toml, cri-toml, talosctl-flags, not 'x'",
        "--mirror a.io=https://a --to hosts-toml | hosts-toml is a directory of files; name it with -o DIRECTORY",
        "--mirror a=https://a --talos x | --talos takes a version such as 1.13 or 1.13.4, not 'x'",
        "--mirror a=https://a --host b | --host is for a --preset; --presets lists them",
        "--mirror a=https://a --upstream b | --upstream is for a --preset; --presets lists them",
        "--mirror a=https://a --password-env s3cr3t-w0rd | --password-env names a variable that is not set; give its name without $, and export it",
        "--mirror a=https://a --password-env EMPTY | --password-env names an empty variable; give its name without $, and export it",
        "--mirror a=https://a --password-stdin --password-env X | --password-env and --password-stdin are one too many",
        "--mirror a=https://a --password-stdin --auth-stdin | --auth-stdin: standard input is read for another option already",
        "--preset harbor --host a --override-path | --override-path is for --mirror; a preset knows its paths",
        "--preset harbor | 'the preset harbor needs a host; say where nodes reach it, as [http://|https://]host[:port]'",
        "--preset harbor --host a --option x | --option takes NAME=VALUE, not 'x'",
        "--presets --preset harber | unknown preset 'harber'; did you mean harbor?",
        "--mirro a=https://a | unknown option '--mirro'; did you mean --mirror?",
      })
  void answersAMistakeInOneLine(String args, String answer) {
    Run run = with("", Map.of("EMPTY", ""), (Object[]) args.split(" "));

    assertThat(run.err()).isEqualTo("regwright: " + answer + " (run regwright generate --help)\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysWhyAFileCannotBeRead() {
    Run run = generate("--mirror", "docker.io=https://a", "--ca", dir.resolve("ca.crt"));

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo("regwright: " + dir.resolve("ca.crt") + ": no such file or directory\n");
    assertThat(generate("--mirror", "docker.io=https://a", "--ca", dir).err())
        .isEqualTo("regwright: " + dir + ": is a directory\n");
  }

  @Test
  void findingsAreReportedAsLintReportsThem() {
    Path file = dir.resolve("mirrors.yaml");
    Run run = generate("--mirror", "docker.io=https://h/v2/hub", "-o", file);

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(file).doesNotExist();
    assertThat(run.out())
        .startsWith("error[path-needs-override]: requests go to https://h/v2/hub/v2/…")
        .contains(" --> <generated>:5:12\n", "Found 1 error in 1 file (Talos 1.14,");
    assertThat(run.err())
        .isEqualTo(
            "regwright: nothing was written; <generated> is what it would have been;"
                + " --override-path sets overridePath\n");
    assertThat(generate("--mirror", "docker.io=https://h/v2/hub", "--override-path").out())
        .endsWith("    - url: https://h/v2/hub\n      overridePath: true\n");
  }

  @Test
  void findingsShowNoSecret() {
    Run run =
        with(
            "",
            Map.of("PW", SECRET),
            "--mirror",
            "docker.io=https://h/v2/hub",
            "--username",
            "bob",
            "--password-env",
            "PW");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("path-needs-override").doesNotContain(SECRET);
  }

  @Test
  void aPasswordThatIsNoTextIsRefused() throws IOException {
    Path file = Files.write(dir.resolve("pw"), new byte[] {'a', (byte) 0xE9, 'b'});

    Run run = generate("--mirror", "docker.io=https://a", "--password-file", file);

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo("regwright: --password-file: what it holds is not UTF-8 text\n");
  }

  @Test
  void flagsThatCannotSayItAreNotWritten() {
    Run run = generate("--preset", "harbor", "--host", "h.test", "--to", "talosctl-flags");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("regwright: lost: overridePath of endpoint 1 of docker.io")
        .endsWith("nothing was written, as talosctl-flags cannot say all; choose another --to\n");
  }

  @Test
  void listsThePresets() {
    Run run = generate("--presets");

    assertThat(run.code()).isZero();
    for (Preset preset : Presets.ALL) {
      assertThat(run.out()).containsPattern("(?m)^" + preset.id() + " +\\Q" + preset.title());
      for (PresetOption option : preset.options()) {
        assertThat(run.out()).contains("  " + option.name() + " ");
      }
    }
    assertThat(generate("--preset", "list")).isEqualTo(run);
  }

  @Test
  void explainsEachPreset() {
    for (Preset preset : Presets.ALL) {
      Run run = generate("--presets", "--preset", preset.id());

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith(preset.title() + "\n")
          .contains("regwright generate --preset " + preset.id())
          .contains("\nNodes then pull from\n   ", "\n1. ", " On the nodes\n");
    }
  }

  @Test
  void theDocumentationListsEveryPreset() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "generate.md"));
    StringBuilder table = new StringBuilder("|---|---|---|---|\n");
    for (Preset preset : Presets.ALL) {
      List<String> options = new ArrayList<>();
      for (PresetOption option : preset.options()) {
        options.add("`" + option.name() + "`" + (option.required() ? " (required)" : ""));
      }
      List<String> example = PresetGuide.example(preset);
      table.append(
          "| `%s` | %s | %s | `regwright generate %s` |\n"
              .formatted(
                  preset.id(),
                  preset.title(),
                  String.join(", ", options),
                  String.join(" ", example)));
      assertThat(generate(example.toArray()).code()).as("%s", example).isZero();
    }

    assertThat(page).contains(table.append("\n"));
  }

  @Test
  void theDocumentationShowsWhatReallyHappens() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "generate.md"));
    Path file = dir.resolve("mirrors.yaml");

    Run cache =
        generate(
            "--preset",
            "distribution",
            "--host",
            "10.5.0.1",
            "--upstream",
            "docker.io,ghcr.io",
            "-o",
            file);
    assertThat(page)
        .contains("\n" + cache.err().replace(file.toString(), "mirrors.yaml") + "```\n");
    Run path = generate("--mirror", "docker.io=https://harbor.example.com/v2/hub");
    assertThat(page).contains("\n" + path.out() + path.err() + "```\n");
  }
}
