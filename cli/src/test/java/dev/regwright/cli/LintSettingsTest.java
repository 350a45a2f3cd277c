package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintSettingsTest {
  private static final String NAME = ".regwright.yaml";

  @TempDir private Path dir;
  private Path broken;
  private Path odd;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(dir.resolve(".git")); // nothing above counts
    broken = Samples.write(dir, "a/broken.yaml", Samples.BROKEN);
    odd = Samples.write(dir, "b/c/odd.yaml", Samples.ODD);
  }

  private void settings(String text) {
    Samples.write(dir, NAME, text);
  }

  private Run lint(Object... more) {
    Object[] args = new Object[more.length + 4];
    args[0] = "lint";
    args[1] = dir;
    args[2] = "--format";
    args[3] = "concise";
    System.arraycopy(more, 0, args, 4, more.length);
    return Run.of(args);
  }

  @Test
  void ignoresSelectsAndChangesSeverities() {
    settings("ignore: [unknown-key]\n");
    assertThat(lint().out()).contains("ignored-key").doesNotContain("unknown-key");
    settings("select: [unknown-key]\n");
    assertThat(lint().out()).contains("unknown-key").doesNotContain("ignored-key");
    assertThat(lint("--select=ignored-key").out())
        .contains("ignored-key")
        .doesNotContain("unknown-key");
    assertThat(lint("--ignore=unknown-key").out()).isEmpty();
    settings("severity: {unknown-key: info, ignored-key: off}\n");
    assertThat(lint().out()).contains("info unknown-key").doesNotContain("ignored-key");
    assertThat(lint().code()).isZero();
    assertThat(lint("--fail-on=info").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void ignoresByPath() {
    settings("per-path-ignores: {'b/**': [ignored-key], a: [ignored-key]}\n");
    assertThat(lint().out()).contains("unknown-key").doesNotContain("ignored-key");
    settings("per-path-ignores: {broken.yaml: [unknown-key]}\n");
    assertThat(lint().out()).contains("ignored-key").doesNotContain("unknown-key");
  }

  @Test
  void setsVersionsUnlessTold() {
    settings("talos: 1.13\ncontainerd: 2.1\n");

    assertThat(Run.of("lint", odd).out()).contains("(Talos 1.13, containerd 2.1)");
    assertThat(Run.of("lint", odd, "--talos=1.12").out()).contains("(Talos 1.12, containerd 2.2)");
    assertThat(Run.of("lint", odd, "--containerd=1.7").out())
        .contains("(Talos 1.13, containerd 1.7)");
    settings("talos: 1.99\n");
    assertThat(Run.of("lint", odd).err()).contains("note: Talos 1.99 is newer than");
  }

  @Test
  void theNearestFileCountsAsFarAsTheRepositoryGoes() throws IOException {
    settings("ignore: [unknown-key, ignored-key]\n");
    assertThat(lint().out()).isEmpty();
    Samples.write(dir, "b/" + NAME, "{}\n");
    assertThat(lint().out()).contains("ignored-key").doesNotContain("unknown-key");
    Files.createDirectory(dir.resolve("a/.git"));
    assertThat(lint().out()).contains("ignored-key", "unknown-key");
    assertThat(lint("--config", dir.resolve(NAME)).out()).isEmpty();
  }

  @Test
  void countForStandardInputByItsName() {
    settings("ignore: [unknown-key]\n");

    assertThat(Run.on(Samples.BROKEN, "lint", "-").out()).contains("unknown-key");
    assertThat(
            Run.on(Samples.BROKEN, "lint", "-", "--stdin-filename", dir.resolve("a/x.yaml")).code())
        .isZero();
  }

  @Test
  void demandsWhatThePolicySays() {
    settings("policy: {air-gapped: true, allowed-endpoints: [harbor.example.org]}\n");

    assertThat(lint().out()).contains("policy-air-gapped", "policy-allowed-endpoints");
    assertThat(lint("--ignore=policy-air-gapped").out())
        .contains("policy-allowed-endpoints")
        .doesNotContain("policy-air-gapped");
    assertThat(Run.of("rules", "policy-air-gapped").code()).isZero();
  }

  @Test
  void demandsItOfContainerdsDirectoriesToo() {
    String mirror = "[host.\"http://cache.example.org:5000\"]\nskip_verify = true\n";
    Samples.write(dir, "certs.d/docker.io/hosts.toml", mirror);
    Samples.write(dir, "certs.d/ghcr.io/hosts.toml", "server = \"https://cache.example.org\"\n");
    settings(
        "policy: {air-gapped: true, no-http: true, no-skip-verify: true,"
            + " allowed-endpoints: [harbor.example.org], required-registries: [ghcr.io, quay.io]}\n"
            + "ignore: [hosts-https-first]\n"
            + "per-path-ignores: {'certs.d/ghcr.io/**': [policy-allowed-endpoints]}\n");
    Run run = Run.of("lint", dir.resolve("certs.d"), "--format", "concise");

    assertThat(run.out().lines())
        .allMatch(line -> line.contains("docker.io/hosts.toml:"))
        .map(line -> line.split(" ", -1)[2])
        .containsExactlyInAnyOrder(
            "policy-air-gapped",
            "policy-allowed-endpoints",
            "policy-no-http",
            "policy-no-skip-verify",
            "policy-required-registries");
    assertThat(run.out()).contains("pulls of quay.io go to quay.io itself");
  }

  @ParameterizedTest
  @CsvSource({
    "'ignroe: []', ':1:1: unknown key ''ignroe''; did you mean ignore?'",
    "'ignore: [x]', ':1:10: unknown rule ''x'''",
    "'a: [', ':1:'",
  })
  void refusesSettingsItDoesNotUnderstand(String text, String message) {
    settings(text);
    Run run = lint();

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(NAME + message);
    assertThat(Run.of("lint", broken, "--config", dir.resolve("none.yaml")).err())
        .contains("none.yaml: no such file");
    assertThat(Run.of("lint", broken, "--config", "").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void areNoConfigurationThemselves() {
    settings("policy: {required-registries: [docker.io]}\n");

    assertThat(Run.of("lint", dir).out()).contains("in 2 files");
  }
}
