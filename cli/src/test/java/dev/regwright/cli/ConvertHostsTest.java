package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To and from containerd's files. */
class ConvertHostsTest {
  private static final String MIRRORS =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
          - url: https://a.example.org/v2/hub
            overridePath: true
      skipFallback: true
      ---
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: reg.example.org:5000
      endpoints:
          - url: http://10.0.0.1:5000
      """;

  private static final String AUTH =
      """
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: a.example.org
      username: robot
      password: hunter22
      """;

  @TempDir private Path dir;

  @Test
  void thereAndBack() throws IOException {
    Path file = Samples.write(dir, "mirrors.yaml", MIRRORS);
    Path tree = dir.resolve("certs.d");
    assertThat(Run.of("convert", file, "--to", "hosts-toml", "-o", tree))
        .isEqualTo(new Run(ExitCode.CLEAN, "", ""));
    Path hosts = tree.resolve("reg.example.org_5000_/hosts.toml");
    assertThat(hosts).content().contains("[host.\"http://10.0.0.1:5000\"]");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hosts)))
        .isEqualTo("rw-------");
    Run back = Run.of("convert", tree, "--to", "talos");
    assertThat(back).isEqualTo(new Run(ExitCode.CLEAN, MIRRORS, ""));
  }

  @Test
  void theProfileOfTalosWritesWhatTalosWrites() throws IOException {
    Path file = Samples.write(dir, "mirrors.yaml", MIRRORS + AUTH);
    Path tree = dir.resolve("hosts");
    Path part = dir.resolve("01-registries.part");
    Run run =
        Run.of(
            "convert",
            file,
            "--to",
            "hosts-toml",
            "--profile",
            "talos",
            "--image-cache",
            "-o",
            tree,
            "--cri-part",
            part);
    assertThat(run).isEqualTo(new Run(ExitCode.CLEAN, "", ""));
    // As Talos's own generator writes it, with the image cache ready.
    assertThat(tree.resolve("reg.example.org_5000_/hosts.toml"))
        .hasContent(
            """
            [host]
              [host.'http://127.0.0.1:3172']
                capabilities = ['pull', 'resolve']
              [host.'http://10.0.0.1:5000']
                capabilities = ['pull', 'resolve']
            """);
    assertThat(tree.resolve("_default/hosts.toml")).exists();
    assertThat(part).content().contains("username = 'robot'", "password = 'hunter22'");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
        .isEqualTo("rw-------");
  }

  @Test
  void credentialsAreALossWithoutAPlaceForThem() throws IOException {
    Path file = Samples.write(dir, "mirrors.yaml", MIRRORS + AUTH);
    for (String profile : new String[] {"talos", "containerd"}) {
      Path tree = dir.resolve(profile);
      Run run = Run.of("convert", file, "--to", "hosts-toml", "--profile", profile, "-o", tree);
      assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.err())
          .contains("mirrors.yaml:17:7", "--allow-lossy")
          .doesNotContain("hunter22");
      assertThat(tree).doesNotExist();
      assertThat(
              Run.of(
                      "convert",
                      file,
                      "--to",
                      "hosts-toml",
                      "--profile",
                      profile,
                      "-o",
                      tree,
                      "--allow-lossy")
                  .code())
          .isEqualTo(ExitCode.CLEAN);
      assertThat(tree).isDirectory();
    }
  }

  @Test
  void hostileNamesAreRefusedAndNothingIsWritten() {
    Path file =
        Samples.write(dir, "mirrors.yaml", MIRRORS.replace("name: docker.io", "name: ../../etc"));
    Path tree = dir.resolve("certs.d");
    Run run = Run.of("convert", file, "--to", "hosts-toml", "-o", tree);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("mirrors.yaml:3:7").contains("directory");
    assertThat(tree).doesNotExist();
  }

  @Test
  void staleDirectoriesGoOnlyWhenAsked() throws IOException {
    Path file = Samples.write(dir, "mirrors.yaml", MIRRORS);
    Path tree = dir.resolve("certs.d");
    Path old = Files.createDirectories(tree.resolve("old.example.org"));
    Files.writeString(old.resolve("hosts.toml"), "server = \"https://old.example.org\"\n");
    Run run = Run.of("convert", file, "--to", "hosts-toml", "-o", tree);
    assertThat(run.err()).contains("old.example.org").contains("--prune");
    assertThat(old).exists();
    assertThat(Run.of("convert", file, "--to", "hosts-toml", "-o", tree, "--prune").err())
        .contains("removed ");
    assertThat(old).doesNotExist();
  }

  @Test
  void lossesOnTheWayBackNameTheirLines() throws IOException {
    Path tree = Files.createDirectories(dir.resolve("certs.d/docker.io"));
    Files.writeString(
        tree.resolve("hosts.toml"), "[host.\"https://a.example.org\"]\n  dial_timeout = \"5s\"\n");
    Run run = Run.of("convert", dir.resolve("certs.d"), "--to", "talos");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("hosts.toml:2:18: lost: timeouts");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void oldCriMirrorsBecomeDocuments() {
    Path file =
        Samples.write(
            dir,
            "config.toml",
            """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
              endpoint = ["https://a.example.org"]
            """);
    Run run = Run.of("convert", file, "--to", "talos", "--allow-lossy");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).contains("name: docker.io", "url: https://a.example.org");
  }
}
