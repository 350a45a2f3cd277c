package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.run.ExitCode;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.PatchMerger;
import dev.regwright.talos.PatchResult;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosPatch;
import dev.regwright.talos.TalosReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
  private static final String LEGACY =
      """
      machine:
        type: worker # keep
        registries:
          mirrors:
            docker.io: # hub
              endpoints: [https://a.example.org]
      """;

  private static final String CONVERTED =
      """
      machine:
        type: worker # keep
      ---
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io # hub
      endpoints:
          - url: https://a.example.org
      """;

  private static final String DOCUMENT =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
          - url: https://a.example.org
          - url: https://b.example.org
            overridePath: true
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: a.example.org
      username: robot
      password: hunter22
      """;

  @TempDir private Path dir;

  private Path legacy() {
    return Samples.write(dir, "legacy.yaml", LEGACY);
  }

  @Test
  void writesToStandardOutput() throws IOException {
    Path file = legacy();
    Run run = Run.of("convert", file, "--to", "talos");

    assertThat(run).isEqualTo(new Run(ExitCode.CLEAN, CONVERTED, ""));
    assertThat(file).hasContent(LEGACY);
  }

  @Test
  void readsStandardInput() {
    assertThat(Run.on(LEGACY, "convert", "-", "--to=talos").out()).isEqualTo(CONVERTED);
    assertThat(Run.on("a: [", "convert", "-", "--to=talos", "--stdin-filename", "n.yaml").err())
        .contains("n.yaml:1:");
  }

  @Test
  void writesAFile() throws IOException {
    Path out = dir.resolve("out.yaml");
    Run run = Run.of("convert", legacy(), "--to", "talos", "-o", out);

    assertThat(run).isEqualTo(new Run(ExitCode.CLEAN, "", ""));
    assertThat(Files.readString(out)).isEqualTo(CONVERTED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-------");
  }

  @Test
  void changesFilesOfADirectoryThatHaveRegistries() throws IOException {
    Path nested = Samples.write(dir, "nodes/a/one.yaml", LEGACY);
    Path other = Samples.write(dir, "nodes/b.yaml", Samples.FOREIGN);
    Path done = Samples.write(dir, "nodes/c.yaml", Samples.CLEAN);
    Files.setPosixFilePermissions(nested, PosixFilePermissions.fromString("rw-r-----"));
    Run run = Run.of("convert", dir.resolve("nodes"), "--to", "talos", "--in-place");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.err()).isEqualTo("regwright: converted " + nested + "\n");
    assertThat(Files.readString(nested)).isEqualTo(CONVERTED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(nested)))
        .isEqualTo("rw-r-----");
    assertThat(Files.readString(other)).isEqualTo(Samples.FOREIGN);
    assertThat(Files.readString(done)).isEqualTo(Samples.CLEAN);

    assertThat(Run.of("convert", dir.resolve("nodes"), "--to", "talos", "--in-place"))
        .isEqualTo(new Run(ExitCode.CLEAN, "", ""));
  }

  @Test
  void followsLinksToFiles() throws IOException {
    Path file = legacy();
    Path link = Files.createSymbolicLink(dir.resolve("link.yaml"), file);

    assertThat(Run.of("convert", link, "--to", "talos", "--in-place").code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).isEqualTo(CONVERTED);
  }

  @Test
  void leavesARefusedFileAndConvertsTheOthers() throws IOException {
    String broken = LEGACY.replace("https://a", "a");
    Path bad = Samples.write(dir, "n/bad.yaml", broken);
    Path good = Samples.write(dir, "n/good.yaml", LEGACY);
    Run run = Run.of("convert", dir.resolve("n"), "--to", "talos", "--in-place");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains(bad + ":6:21: cannot be converted: ");
    assertThat(Files.readString(bad)).isEqualTo(broken);
    assertThat(Files.readString(good)).isEqualTo(CONVERTED);
  }

  @Test
  void writesNothingForARefusedFile() {
    Path bad = Samples.write(dir, "bad.yaml", LEGACY.replace("https://a", "a"));
    Path out = dir.resolve("out.yaml");

    assertThat(Run.of("convert", bad, "--to", "talos", "-o", out).code()).isEqualTo(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void saysWhenThereIsNothingToConvert() {
    Run run = Run.on(Samples.CLEAN, "convert", "-", "--to", "talos");

    assertThat(run)
        .isEqualTo(
            new Run(ExitCode.CLEAN, Samples.CLEAN, "regwright: nothing to convert in <stdin>\n"));
  }

  @Test
  void appliesPatchesFirst() {
    Path patch =
        Samples.write(
            dir,
            "patch.yaml",
            "machine: {registries: {mirrors: {docker.io: {endpoints: [https://b.example.org]}}}}\n");
    Run run = Run.of("convert", legacy(), "--patch", patch, "--to", "talos");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
                - url: https://a.example.org
                - url: https://b.example.org
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.12", "1.13", "1.14", "1.15"})
  void makesPatchesThatReplaceWhatIsThere(String talos) throws IOException {
    Path wanted = Samples.write(dir, "wanted.yaml", DOCUMENT);
    Path out = dir.resolve("patches");
    Run run = Run.of("convert", wanted, "--to", "talos", "--as-patch", "-o", out, "--talos", talos);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("-p @" + out + "/1-remove.yaml -p @" + out + "/2-add.yaml");

    String base =
        """
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: docker.io
        endpoints:
            - url: https://old.example.org
            - url: https://a.example.org
        skipFallback: true
        ---
        apiVersion: v1alpha1
        kind: RegistryAuthConfig
        name: a.example.org
        identityToken: old
        ---
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: quay.io
        """;
    TalosVersion version = TalosVersion.of(talos);
    var patches =
        List.of(
            patch(out.resolve("1-remove.yaml"), version),
            patch(out.resolve("2-add.yaml"), version));
    PatchResult result = PatchMerger.apply(read(base, version), patches);

    assertThat(result).isInstanceOf(PatchResult.Patched.class);
    EffectiveConfig now = EffectiveConfig.of(((PatchResult.Patched) result).file());
    EffectiveConfig expected = EffectiveConfig.of(read(DOCUMENT, version));
    assertThat(now.config().mirrors()).containsOnlyKeys("docker.io", "quay.io");
    assertThat(now.config().mirrors().get("docker.io"))
        .isEqualTo(expected.config().mirrors().get("docker.io"));
    assertThat(now.config().auths()).isEqualTo(expected.config().auths());
  }

  private static TalosPatch patch(Path file, TalosVersion version) throws IOException {
    return TalosPatch.read(SourceFile.of(file.toString(), Files.readAllBytes(file)), version);
  }

  private static TalosFile read(String text, TalosVersion version) {
    return TalosReader.read(SourceFile.of("base.yaml", text), version, FileRole.CONFIG);
  }

  @Test
  void readsAndWritesFlags() {
    Run flags = Run.of("convert", legacy(), "--to", "talosctl-flags");
    assertThat(flags.code()).isZero();
    assertThat(flags.out()).isEqualTo("--registry-mirror docker.io=https://a.example.org\n");

    Run back = Run.on(flags.out(), "convert", "-", "--to", "talos", "--from", "talosctl-flags");
    assertThat(back.code()).isZero();
    assertThat(back.out())
        .isEqualTo(
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
                - url: https://a.example.org
            """);
  }

  @Test
  void refusesToLoseSomethingUnlessAllowed() {
    Path file = Samples.write(dir, "d.yaml", DOCUMENT);
    Run refused = Run.of("convert", file, "--to", "talosctl-flags");
    assertThat(refused.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains(file + ":11:7: lost: the credentials for a.example.org")
        .endsWith(
            "regwright: not converted, as something would be lost;"
                + " --allow-lossy converts nevertheless\n");

    Run allowed = Run.of("convert", file, "--to", "talosctl-flags", "--allow-lossy");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.out()).contains("docker.io=https://a.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convert x.yaml|--to is missing",
        "convert --to talos|name the file",
        "convert x.yaml --to nonsense|nonsense",
        "convert x.yaml --to talos --talos 1.11|Talos 1.11 has no registry documents",
        "convert x.yaml --to talos --talos new|--talos takes a version",
        "convert x.yaml --to talos --in-place -o y|--in-place",
        "convert - --to talos --in-place|--in-place",
        "convert x.yaml --to talosctl-flags --in-place|--in-place",
        "convert x.yaml --to hosts-toml|name it with -o DIRECTORY",
        "convert x.yaml --to talos --prune|go with --to hosts-toml",
        "convert x.yaml --to hosts-toml -o d --cri-part p|go with --profile talos",
        "convert x.yaml --to hosts-toml -o d --hosts-root x|an absolute path",
        "convert x.yaml --to hosts-toml -o d --profile x|--profile takes containerd, talos, not 'x'",
        "convert x.yaml --to talos --as-patch|-o DIRECTORY",
      })
  void refusesMistakesOnTheCommandLine(String command, String message) {
    Run run = Run.of((Object[]) command.split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
  }

  @Test
  void saysWhatCannotBeRead() {
    Run run = Run.of("convert", dir.resolve("none.yaml"), "--to", "talos");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("none.yaml: no such file or directory");
    assertThat(Run.of("convert", dir, "--to", "talos").err()).contains("is a directory");
  }

  @Test
  void saysWhatIsNoPath() {
    Run input = Run.of("convert", "a\0b", "--to", "talos");
    assertThat(input.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(input.err()).contains("no valid path").hasLineCount(1);
    assertThat(Run.of("convert", "a\0b", "--to", "talos", "--in-place").err())
        .contains("no valid path");

    Run output = Run.of("convert", legacy(), "--to", "talos", "-o", "a\0b");
    assertThat(output.code()).isEqualTo(ExitCode.USAGE);
    assertThat(output.out()).isEmpty();
    assertThat(output.err()).contains("-o takes a path");
  }

  @Test
  void saysWhatCannotBeWritten() {
    Run run = Run.of("convert", legacy(), "--to", "talos", "-o", dir.resolve("no/such/x.yaml"));

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("does not exist; make it first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"talos", "talosctl-flags"})
  void neverShowsSecrets(String to) {
    String text =
        """
        machine:
          registries:
            mirrors:
              a.example.org: {endpoints: ["https://user:hunter22 x@a.example.org"]}
              b.example.org: {endpoints: ["http://user:hunter22@b:abc"]}
              c.example.org: {endpoints: ["ftp://user:hunter22@c"]}
              d.example.org: {endpoints: ["//user:hunter22@d"]}
            config:
              a.example.org:
                auth: {username: u, password: hunter22, identityToken: hunter22}
                tls: {ca: aGVsbG8=, clientIdentity: {crt: aHVudGVyMjI=, key: aHVudGVyMjI=}}
        """;
    Run run = Run.with(text, Map.of("REGWRIGHT_DEBUG", "1"), false, "convert", "-", "--to", to);

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isNotEmpty().doesNotContain("hunter22", "aHVudGVyMjI");
    Run broken = Run.on(text.replace("tls: {", "tls: {x: 1, "), "convert", "-", "--to", to);
    assertThat(broken.err())
        .contains("unknown keys found during decoding: x")
        .doesNotContain("hunter22", "aHVudGVyMjI");
  }
}
