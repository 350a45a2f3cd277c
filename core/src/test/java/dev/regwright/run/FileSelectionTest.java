package dev.regwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.convert.Form;
import dev.regwright.convert.HostsProfile;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a walk brings back, and which of them are converted into another directory. */
class FileSelectionTest {
  private static final String LEGACY =
      """
      machine:
        registries:
          mirrors:
            docker.io: {endpoints: [https://cache.example.org]}
      """;

  @TempDir private Path dir;
  private final StringWriter err = new StringWriter();
  private final Io io =
      new Io(InputStream.nullInputStream(), new StringWriter(), err, Map.of(), false, false);

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("a.yaml", "b/c.yaml", "b/d/e.yml", "b/d/hosts.toml", "f/a.yaml")) {
      Path file = dir.resolve("in").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, LEGACY);
    }
  }

  @Test
  void patternsAreThoseOfTheSettings() {
    assertThat(walk(List.of(), List.of()))
        .containsExactly("a.yaml", "b/c.yaml", "b/d/e.yml", "b/d/hosts.toml", "f/a.yaml");
    assertThat(walk(List.of("a.yaml"), List.of())).containsExactly("a.yaml", "f/a.yaml");
    assertThat(walk(List.of("/a.yaml"), List.of())).containsExactly("a.yaml");
    assertThat(walk(List.of("b/**"), List.of("b/d/"))).containsExactly("b/c.yaml");
    assertThat(walk(List.of(), List.of("/b"))).containsExactly("a.yaml", "f/a.yaml");
    assertThat(walk(List.of("nothing/"), List.of())).isEmpty();
  }

  @Test
  void whatLiesElsewhereIsNotSelected() {
    FileSelection selection =
        FileSelection.below(dir.resolve("in/b"), List.of("nothing"), List.of("*.yaml"));
    InputFiles files = new InputFiles(io, "<stdin>", selection);
    files.add(dir.resolve("in/f").toString());
    files.add(dir.resolve("in/b").toString());
    files.add(dir.resolve("in/b/c.yaml").toString());

    assertThat(names(files)).containsExactly("b/c.yaml", "f/a.yaml");
  }

  @Test
  void convertsWhatConfiguresRegistriesToTheSamePaths() throws IOException, UsageException {
    Files.writeString(dir.resolve("in/foreign.yaml"), "hello: world\n");
    Files.writeString(dir.resolve("in/broken.yaml"), "machine: {registries: [\n");
    ConvertTree tree = new ConvertTree(dir.resolve("in"), dir.resolve("out"), io);
    List<String> names =
        tree.relevant(
            List.of(dir.resolve("in").toString()),
            FileSelection.below(dir.resolve("in"), List.of("*.yaml", "*.yml"), List.of("/f")));
    List<String> asked = new ArrayList<>();
    int code =
        tree.run(
            names,
            (input, output) -> {
              asked.add(dir.relativize(Path.of(input)) + " " + dir.relativize(Path.of(output)));
              return options(input, output);
            });

    assertThat(asked)
        .containsExactly(
            "in/a.yaml out/a.yaml",
            "in/b/c.yaml out/b/c.yaml",
            "in/b/d/e.yml out/b/d/e.yml",
            "in/broken.yaml out/broken.yaml");
    assertThat(code).isEqualTo(ExitCode.FINDINGS);
    assertThat(dir.resolve("out/broken.yaml")).doesNotExist();
    assertThat(Files.readString(dir.resolve("out/b/d/e.yml"))).contains("RegistryMirrorConfig");
    assertThat(Files.readString(dir.resolve("in/b/d/e.yml"))).isEqualTo(LEGACY);
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestConverted() throws IOException, UsageException {
    ConvertTree tree = new ConvertTree(dir.resolve("in"), dir.resolve("out"), io);
    List<String> names =
        tree.relevant(
            List.of(dir.resolve("in/gone.yaml").toString(), dir.resolve("in/a.yaml").toString()),
            FileSelection.ALL);

    assertThat(tree.failed()).isTrue();
    assertThat(tree.run(names, FileSelectionTest::options)).isEqualTo(ExitCode.FAILURE);
    assertThat(dir.resolve("out/a.yaml")).exists();
    assertThat(err.toString()).contains("in/gone.yaml: no such file or directory");
  }

  private static ConvertOptions options(String input, String output) {
    return new ConvertOptions(
        List.of(input),
        Form.TALOS,
        null,
        TalosVersion.of("1.13"),
        List.of(),
        output,
        false,
        false,
        false,
        "<stdin>",
        ContainerdVersion.bundledWith(TalosVersion.of("1.13")),
        new HostsOptions(HostsProfile.CONTAINERD, null, false, false, "/etc/containerd/certs.d"));
  }

  private List<String> walk(List<String> includes, List<String> excludes) {
    InputFiles files =
        new InputFiles(io, "<stdin>", FileSelection.below(dir.resolve("in"), includes, excludes));
    files.add(dir.resolve("in").toString());
    return names(files);
  }

  private List<String> names(InputFiles files) {
    List<String> names = new ArrayList<>();
    for (Input input : files.sorted()) {
      names.add(input.name().substring(dir.resolve("in").toString().length() + 1));
    }
    return names;
  }
}
