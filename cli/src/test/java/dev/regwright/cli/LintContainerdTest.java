package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code regwright lint} on containerd's own files. */
class LintContainerdTest {
  private static final String GOOD = "server = \"https://m.example.org\"\n\n[host]\n";
  private static final String BAD = "[host.https://m.example.org]\n";

  @TempDir private Path dir;

  @Test
  void findsHostsTomlInDirectories() {
    Samples.write(dir, "docker.io/hosts.toml", BAD);
    Samples.write(dir, "ghcr.io/hosts.toml", GOOD);
    Samples.write(dir, "ghcr.io/other.toml", BAD);

    Run run = Run.of("lint", dir, "--format", "concise");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out())
        .contains("docker.io/hosts.toml:1:12: error toml-syntax")
        .contains("containerd drops this whole file and pulls from the upstream");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void judgesForTheContainerdAskedFor() {
    Path file = Samples.write(dir, "docker.io/hosts.toml", "server = \"https://m.example.org\"\n");

    assertThat(Run.of("lint", file).code()).isEqualTo(ExitCode.CLEAN);
    Run old = Run.of("lint", file, "--containerd", "1.7.31");
    assertThat(old.out())
        .contains("hosts-no-host-table", "= containerd: invalid `host` tree", "containerd 1.7.31");
    assertThat(Run.of("lint", file, "--talos", "1.7").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void looksAtTheFilesAround() {
    Path file = Samples.write(dir, "r.io/hosts.toml", "ca = \"ca.pem\"\n");
    Samples.write(dir, "r.io/old.crt", "x");

    assertThat(Run.of("lint", file, "--format", "concise").out())
        .contains(
            "hosts-unreadable-file", "hosts-unused-certificate containerd does not use old.crt");
  }

  @Test
  void readsContainerdsOwnConfiguration() {
    String text =
        "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".registry]\nconfig_path = 5\n";
    Path file = Samples.write(dir, "config.toml", text);

    assertThat(Run.of("lint", file).out())
        .contains("toml-wrong-type", "the CRI plugin does not start");
    assertThat(Run.on(text, "lint", "-", "--stdin-filename", "config.toml").out())
        .contains("toml-wrong-type");
    assertThat(Run.on(BAD, "lint", "-", "--stdin-filename", "hosts.toml").out())
        .contains("toml-syntax");
  }

  @Test
  void hidesHeadersAndPasswords() {
    Path file =
        Samples.write(
            dir,
            "r.io/hosts.toml",
            """
            [host."https://robot:hunter2@m.example.org"]
            skipverify = true
            [host."https://robot:hunter2@m.example.org".header]
            Authorization = "Basic hunter2"
            ca = 5
            """);

    for (String format : new String[] {"text", "json", "concise"}) {
      Run run = Run.of("lint", file, "--format", format);
      assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out() + run.err()).doesNotContain("hunter2");
    }
  }
}
