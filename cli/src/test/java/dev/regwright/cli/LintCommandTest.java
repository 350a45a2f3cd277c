package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintCommandTest {
  @TempDir private Path dir;
  private Path clean;
  private Path broken;

  @BeforeEach
  void files() {
    clean = Samples.write(dir, "clean.yaml", Samples.CLEAN);
    broken = Samples.write(dir, "broken.yaml", Samples.BROKEN);
    Samples.write(dir, "odd.yaml", Samples.ODD);
  }

  @Test
  void isContentWithACleanFile() {
    Run run = Run.of("lint", clean);

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .isEqualTo("All good: no findings in 1 file (Talos 1.14, containerd 2.3).\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void showsWhatIsWrong() {
    Run run = Run.on(Samples.BROKEN, "lint", "-");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            error[unknown-key]: RegistryMirrorConfig has no key nome
             --> <stdin>:3:1
              |
            3 | nome: docker.io
              | ^^^^
              |
              = help: did you mean name?
              = talos: unknown keys found during decoding: nome
              = rule: regwright rules unknown-key

            Found 1 error in 1 file (Talos 1.14, containerd 2.3).
            """);
  }

  @Test
  void namesStandardInput() {
    assertThat(
            Run.on(Samples.BROKEN, "lint", "-", "--stdin-filename", "m.yaml", "--format", "concise")
                .out())
        .startsWith("m.yaml:3:1: error unknown-key ");
  }

  @Test
  void readsStandardInputOnce() {
    assertThat(Run.on(Samples.BROKEN, "lint", "-", "-", "--format=concise").out().lines())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "broken.yaml, error, 1",
    "broken.yaml, warning, 1",
    "broken.yaml, info, 1",
    "broken.yaml, never, 0",
    "odd.yaml, error, 0",
    "odd.yaml, warning, 1",
    "odd.yaml, info, 1",
    "odd.yaml, never, 0",
    "clean.yaml, info, 0",
  })
  void failsFromTheThresholdOnWhateverTheFormat(String file, String threshold, int code) {
    for (String format : List.of("text", "concise", "json")) {
      Run run = Run.of("lint", dir.resolve(file), "--fail-on", threshold, "--format", format);

      assertThat(run.code()).as(format).isEqualTo(code);
    }
  }

  @Test
  void reportsOnlyTheRulesAskedFor() {
    assertThat(Run.of("lint", dir, "--select", "ignored-key", "--format", "concise").out())
        .contains("ignored-key")
        .doesNotContain("unknown-key");
    assertThat(Run.of("lint", dir, "--ignore", "ignored-key,unknown-key").out())
        .startsWith("All good: no findings in 3 files");
    assertThat(Run.of("lint", dir, "--ignore", "ignored-key", "--ignore", "unknown-key").code())
        .isZero();
    Run both = Run.of("lint", dir, "--select=ignored-key,unknown-key", "--ignore=unknown-key");
    assertThat(both.code()).isZero();
  }

  @Test
  void judgesForTheVersionAskedFor() {
    assertThat(Run.of("lint", clean, "--talos", "1.11").out())
        .contains("unknown-kind", "(Talos 1.11, containerd 2.1)");
    assertThat(Run.of("lint", clean, "--talos", "v1.13.1", "--containerd", "2.1.4").out())
        .contains("(Talos 1.13.1, containerd 2.1.4)");
  }

  @ParameterizedTest
  @CsvSource({"1.3, older than 1.11", "1.99, newer than 1.15", "2.0, newer than 1.15"})
  void saysWhenItDoesNotKnowTheVersion(String version, String what) {
    assertThat(Run.of("lint", clean, "--talos", version).err())
        .startsWith("regwright: note: Talos " + version + " is " + what);
    assertThat(Run.of("lint", clean, "--talos", version, "--quiet").err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metal", "cloud", "container"})
  void judgesCompleteConfigurationsByMode(String mode) {
    Run run = Run.on("version: v1alpha1\nmachine: {}\n", "lint", "-", "--mode", mode);

    assertThat(run.out()).contains("incomplete-config");
    assertThat(Run.on("version: v1alpha1\nmachine: {}\n", "lint", "-").code()).isZero();
  }

  @Test
  void staysQuietWhenToldTo() {
    assertThat(Run.of("lint", clean, "-q")).isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("lint", broken, "--quiet").out())
        .contains("unknown-key")
        .doesNotContain("Found");
  }

  @Test
  void coloursOnATerminalOrWhenToldTo() {
    Map<String, String> none = Map.of();
    Map<String, String> noColor = Map.of("NO_COLOR", "1");

    assertThat(colored(none, true, "auto")).isTrue();
    assertThat(colored(none, false, "auto")).isFalse();
    assertThat(colored(noColor, true, "auto")).isFalse();
    assertThat(colored(Map.of("NO_COLOR", ""), true, "auto")).isTrue();
    assertThat(colored(Map.of("TERM", "dumb"), true, "auto")).isFalse();
    assertThat(colored(noColor, false, "always")).isTrue();
    assertThat(colored(none, true, "never")).isFalse();
  }

  private boolean colored(Map<String, String> env, boolean terminal, String when) {
    return Run.with("", env, terminal, "lint", broken, "--color", when).out().contains("\u001B[");
  }

  @Test
  void neverColoursWhatProgramsRead() {
    for (String format : List.of("concise", "json")) {
      assertThat(
              Run.with("", Map.of(), true, "lint", broken, "--format", format, "--color=always")
                  .out())
          .doesNotContain("\u001B");
    }
  }

  @Test
  void writesWholeJsonWhateverHappens() {
    Run run = Run.of("lint", clean, dir.resolve("missing.yaml"), "--format", "json");

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out())
        .startsWith("{\n  \"tool\": \"regwright\",\n  \"version\": \"")
        .contains("\"talos\": \"valid\"")
        .endsWith("\"files\": 1\n  }\n}\n");
    assertThat(Run.of("lint", dir.resolve("missing"), "--format=json").out())
        .contains("\"findings\": [],")
        .endsWith("}\n");
  }

  @Test
  void notesAFileThatIsNotTaloss() {
    Path foreign = Samples.write(dir, "foreign.yaml", Samples.FOREIGN);
    Run run = Run.of("lint", foreign);

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "regwright: note: "
                + foreign
                + " is no Talos configuration, so there is little to check\n");
    assertThat(Run.of("lint", foreign, "-q").err()).isEmpty();
  }

  @Test
  void neverShowsASecret() {
    for (String text :
        List.of(
            "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npasword: CANARY\n",
            "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npassword: \"CANARY\n",
            "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npassword: [CANARY]\n",
            "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\npassword: *CANARY\n",
            "kind: RegistryMirrorConfig\nendpoints:\n - url: 'https://u:CANARY@h:port/'\n",
            "machine:\n  registries:\n    config:\n      h:\n        auth:\n        CANARY\n")) {
      for (String format : List.of("text", "concise", "json")) {
        Run run = Run.on(text, "lint", "-", "--format", format);

        assertThat(run.code()).as(text).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out() + run.err()).doesNotContain("CANARY");
      }
    }
  }
}
