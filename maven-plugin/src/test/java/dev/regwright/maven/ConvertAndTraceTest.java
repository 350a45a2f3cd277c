package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertAndTraceTest {
  private static final String NODE =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: ghcr.io
      endpoints:
        - url: https://cache.example.org:5000
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: cache.example.org:5000
      username: robot
      password: canary
      """;

  @TempDir private Path dir;
  private final Builds.Memory log = new Builds.Memory();
  private ConvertMojo convert;
  private TraceMojo trace;

  @BeforeEach
  void goals() throws IOException {
    Files.createDirectories(dir.resolve("nodes"));
    Files.writeString(dir.resolve("nodes/a.yaml"), NODE);
    convert = Builds.prepare(new ConvertMojo(), "convert", dir, log);
    convert.to = "hosts-toml";
    convert.profile = "containerd";
    convert.hostsRoot = "/etc/containerd/certs.d";
    convert.outputDirectory = dir.resolve("out").toFile();
    trace = Builds.prepare(new TraceMojo(), "trace", dir, log);
    trace.format = "text";
    trace.configs = List.of("nodes/");
    trace.images = List.of("ghcr.io/acme/app:1");
  }

  @Test
  void losesNothingUnlessAllowed() throws Exception {
    assertThatThrownBy(() -> convert.execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("not everything was converted; see above");
    assertThat(log.text())
        .contains("something would be lost; <allowLossy> converts nevertheless")
        .doesNotContain("canary");
    assertThat(dir.resolve("out/ghcr.io")).doesNotExist();

    convert.allowLossy = true;
    convert.execute();
    assertThat(dir.resolve("out/ghcr.io/hosts.toml"))
        .content()
        .contains("https://cache.example.org:5000");

    ConvertMojo back = Builds.prepare(new ConvertMojo(), "convert", dir, log);
    back.to = "talos";
    back.from = "hosts-toml";
    back.includes = List.of("out/");
    back.profile = "containerd";
    back.hostsRoot = "/etc/containerd/certs.d";
    back.outputDirectory = dir.resolve("back").toFile();
    back.execute();
    assertThat(dir.resolve("back/mirrors.yaml")).content().contains("name: ghcr.io");
  }

  @Test
  void writesTheCriPartAsTalosDoes() throws Exception {
    convert.profile = "talos";
    convert.criPart = dir.resolve("cri.part").toFile();
    convert.execute();

    assertThat(dir.resolve("cri.part")).content().contains("canary");
    assertThat(log.text()).doesNotContain("canary");
  }

  @Test
  void makesPatches() throws Exception {
    convert.to = "talos";
    convert.asPatch = true;
    convert.execute();

    try (var files = Files.list(dir.resolve("out"))) {
      assertThat(files).hasSize(2);
    }
    assertThat(log.text()).contains("apply both, in this order: talosctl patch mc -p @");
  }

  @Test
  void saysWhatDoesNotGoTogether() {
    refuses(
        convert,
        "<to> takes talos, talos-legacy, hosts-toml, cri-toml, talosctl-flags, not 'x'",
        () -> convert.to = "x");
    refuses(
        convert,
        "<profile> takes containerd, talos, not 'y'",
        () -> {
          convert.to = "hosts-toml";
          convert.profile = "y";
        });
    refuses(
        convert,
        "<criPart> and <imageCache> go with <profile> talos",
        () -> {
          convert.profile = "containerd";
          convert.imageCache = true;
        });
    refuses(
        convert,
        "<inPlace> changes files of Talos: it goes with <to> talos or talos-legacy, and without <outputDirectory>, -, <patches> and <asPatch>",
        () -> {
          convert.imageCache = false;
          convert.inPlace = true;
        });
    refuses(trace, "<format> takes text, json, markdown, not 'pdf'", () -> trace.format = "pdf");
    refuses(
        trace,
        "<whatIf> takes HOST=ANSWER with one of down, 404, 401, 500, html, not 'x'",
        () -> {
          trace.format = "text";
          trace.whatIf = List.of("x");
        });
    refuses(
        trace,
        "<images> or <imagesFrom> says what to trace; both are missing",
        () -> trace.images = null);
    refuses(
        trace,
        "<configs> says which configuration to trace by; it is missing",
        () -> trace.configs = List.of(" "));
  }

  private static void refuses(RegwrightMojo mojo, String message, Runnable change) {
    change.run();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(message);
  }

  @Test
  void tracesIntoTheLogOrAFile() throws Exception {
    trace.execute();
    assertThat(log.text())
        .contains(
            "INFO ghcr.io/acme/app:1",
            "https://cache.example.org:5000/v2/acme/app/manifests/1?ns=ghcr.io")
        .doesNotContain("canary");

    trace.format = "json";
    trace.outputFile = dir.resolve("target/trace.json").toFile();
    trace.execute();
    assertThat(dir.resolve("target/trace.json"))
        .content()
        .startsWith("[")
        .contains("\"auth\": \"basic\"")
        .doesNotContain("canary");
  }

  @Test
  void egressFailsWhereItMust() throws Exception {
    trace.failOnEgress = true;
    assertThatThrownBy(() -> trace.execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("images can leave, or cannot be traced");
    Files.writeString(
        dir.resolve("nodes/a.yaml"), NODE.replace(":5000\n---", ":5000\nskipFallback: true\n---"));
    trace.execute();
  }

  @Test
  void rulesAreExplained() throws Exception {
    RulesMojo rules = Builds.prepare(new RulesMojo(), "rules", dir, log);
    rules.format = "text";
    rules.rule = "path-needs-override";
    rules.execute();
    assertThat(log.lines().get(0)).isEqualTo("INFO path-needs-override");
    rules.rule = "path-need-override";
    assertThatThrownBy(rules::execute)
        .hasMessage("unknown rule 'path-need-override'; did you mean path-needs-override?");
    rules.format = "pdf";
    rules.rule = "";
    assertThatThrownBy(rules::execute).hasMessage("<format> takes text, json, markdown, not 'pdf'");
  }
}
