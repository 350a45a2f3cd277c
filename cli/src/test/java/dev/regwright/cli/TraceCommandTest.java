package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {
  private static final String SEALED =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: ghcr.io
      endpoints:
        - url: https://u:Sup3rSecret@mirror.example.org
      skipFallback: true
      """;

  @TempDir private Path dir;
  private Path clean;
  private Path sealed;

  @BeforeEach
  void files() {
    clean = Samples.write(dir, "clean.yaml", Samples.CLEAN);
    sealed = Samples.write(dir, "sealed.yaml", SEALED);
  }

  @Test
  void tracesAnImage() {
    Run run = Run.of("trace", "--config", clean, "nginx");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("docker.io/library/nginx:latest\n  machined and CRI ")
        .contains("https://mirror.example.org/v2/library/nginx/manifests/latest?ns=docker.io")
        .contains("https://registry-1.docker.io/v2/library/nginx/manifests/latest ");
  }

  @Test
  void readsSeveralFilesTogetherAndFromStandardInput() {
    Run run =
        Run.on(Samples.CLEAN, "trace", "--config", "-", "--config", sealed, "nginx", "ghcr.io/a");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).contains("(<stdin>:5)", "sealed.yaml:5)").doesNotContain("Sup3rSecret");
    Run directory = Run.of("trace", "--config", dir, "ghcr.io/a");
    assertThat(directory.out()).contains("https://mirror.example.org/v2/a/manifests/latest");
  }

  @Test
  void appliesPatches() {
    Path patch =
        Samples.write(
            dir, "p.txt", SEALED.replace("https://u:Sup3rSecret@mirror", "https://patched"));
    Run run = Run.of("trace", "--config", sealed, "--patch", patch, "ghcr.io/a");
    assertThat(run.out()).contains("https://patched.example.org/v2/a/", "p.txt:5)");
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    Path broken = Samples.write(dir, "b.txt", Samples.BROKEN);
    Run refused = Run.of("trace", "--config", sealed, "--patch", broken, "ghcr.io/a");
    assertThat(refused.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(refused.err()).contains("b.txt:3:1: error unknown-key");
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void neverTracesABrokenFile() {
    Path broken = Samples.write(dir, "broken.yaml", Samples.BROKEN);
    Run run = Run.of("trace", "--config", broken, "nginx");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("broken.yaml:3:1: error unknown-key ", "there is nothing to trace\n");
  }

  @Test
  void tracesWhatOnlyValidationRefusesAndSaysSo() {
    Path odd = Samples.write(dir, "odd.yaml", Samples.CLEAN.replace("https:", "ftp:"));
    Run run = Run.of("trace", "--config", odd, "nginx");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.err()).contains("odd.yaml:5:10: error endpoint-scheme", "validate refuses");
    assertThat(run.out()).contains("unsupported protocol scheme \"ftp\"");
  }

  @Test
  void readsDirectoriesOfHostsToml() {
    Samples.write(dir, "certs.d/_default/hosts.toml", "[host.\"https://cache\"]\n");
    Path cri =
        Samples.write(
            dir,
            "config.toml",
            """
            version = 3
            [plugins."io.containerd.cri.v1.images".registry.configs.cache.auth]
            username = "u"
            password = "Sup3rSecret"
            """);
    Run run =
        Run.of(
            "trace",
            "--config",
            dir.resolve("certs.d"),
            "--config",
            cri,
            "q.io/a",
            "--format",
            "json");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .contains("\"machined\": null", "https://cache/v2/a/manifests/latest?ns=q.io")
        .contains("\"auth\": \"basic\"", "\"hosts_dir\": \"_default\"")
        .doesNotContain("Sup3rSecret");
  }

  @Test
  void goesOnAfterABrokenReference() {
    Run run = Run.of("trace", "--config", clean, "Nope", "u:Sup3rSecret@x/y", "nginx");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .contains("regwright: failed to parse image reference \"Nope\": ")
        .doesNotContain("Sup3rSecret");
    assertThat(run.out()).contains("library/nginx/manifests/latest").doesNotContain("Sup3rSecret");
  }

  @Test
  void sumsUpAListOfImages() {
    Run run =
        Run.on(
            "# mine\nghcr.io/a:1\nquay.io/b:1\nnothing here\n",
            "trace",
            "--config",
            sealed,
            "--images-from",
            "-");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.err()).isEqualTo("regwright: note: <stdin>:4: no image in this line\n");
    assertThat(run.out())
        .endsWith("\n2 images: 1 served by a mirror, 1 can leave for its upstream.\n");
  }

  @ParameterizedTest
  @CsvSource({"ghcr.io/a,0", "quay.io/a,1"})
  void failsOnEgressWhenAsked(String image, int code) {
    assertThat(Run.of("trace", "--config", sealed, "--fail-on", "egress", image).code())
        .isEqualTo(code);
    assertThat(Run.of("trace", "--config", sealed, image).code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void supposesAnswers() {
    Run run =
        Run.of(
            "trace",
            "--config",
            clean,
            "nginx",
            "--what-if",
            "mirror.example.org=404",
            "--what-if",
            "other=down");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).contains("404: the next host is asked", "the image comes from here");
    assertThat(run.err()).contains("no image is pulled from other");
  }

  @Test
  void coloursOnlyForPeople() {
    Object[] args = {"trace", "--config", clean, "nginx"};
    assertThat(Run.with("", Map.of(), true, args).out()).contains("\u001B[");
    assertThat(Run.with("", Map.of("NO_COLOR", "1"), true, args).out()).doesNotContain("\u001B[");
    assertThat(Run.with("", Map.of(), false, args).out()).doesNotContain("\u001B[");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nginx|--config PATH",
        "--config c.yaml|name an image",
        "--config c.yaml nginx --what-if a|--what-if takes HOST=ANSWER",
        "--config c.yaml nginx --what-if a=b|not 'a=b'",
        "--config c.yaml nginx --format yaml|text, json, markdown",
        "--config c.yaml nginx --fail-on error|egress, never",
        "--config - --images-from -|standard input can be read once",
      })
  void refusesWhatMakesNoSense(String args, String message) {
    Run run = Run.of((Object[]) ("trace " + args).split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysWhatCannotBeRead() {
    Path foreign = Samples.write(dir, "other/foreign.yaml", Samples.FOREIGN);
    assertThat(Run.of("trace", "--config", foreign, "nginx").code()).isEqualTo(ExitCode.FAILURE);
    assertThat(Run.of("trace", "--config", dir.resolve("none"), "nginx").code())
        .isEqualTo(ExitCode.FAILURE);
    Run list = Run.of("trace", "--config", clean, "--images-from", dir.resolve("none"));
    assertThat(list.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(list.err()).contains("no such file or directory");
  }
}
