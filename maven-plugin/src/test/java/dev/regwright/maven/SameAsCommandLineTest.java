package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The plugin and the command line say the same of the same files. */
@Timeout(120)
class SameAsCommandLineTest {
  private static final Path TESTDATA = Path.of(System.getProperty("regwright.testdata"));

  @TempDir private Path dir;

  @Test
  void lintFindsTheSame() throws Exception {
    examplesOfAllRules(dir.resolve("tree"));
    Files.writeString(dir.resolve("tree/.regwright.yaml"), "ignore: [endpoint-port]\n");

    assertThat(
            commandLine(
                "lint",
                dir.resolve("tree").toString(),
                "--format",
                "json=" + dir.resolve("cli.json")))
        .isEqualTo(1);
    LintMojo mojo = Builds.prepare(new LintMojo(), "lint", dir, new Builds.Memory());
    mojo.failOn = "error";
    mojo.includes = List.of("tree/");
    mojo.formats = List.of("json=plugin.json");

    assertThat(failure(mojo)).isInstanceOf(MojoFailureException.class);
    String json = Files.readString(dir.resolve("plugin.json"));
    assertThat(json).isEqualTo(Files.readString(dir.resolve("cli.json")));
    assertThat(json.split("\"rule\"", -1)).hasSizeGreaterThan(200);
  }

  @Test
  void patchedLintFindsTheSame() throws Exception {
    String mirror = "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: docker.io\n";
    Path base =
        Files.writeString(
            dir.resolve("base.yaml"), mirror + "endpoints: [{url: https://a.example.org}]\n");
    Path patch =
        Files.writeString(
            dir.resolve("patch.yaml"), mirror + "endpoints: [{url: https://a.example.org/v2/x}]\n");
    commandLine(
        "lint",
        base.toString(),
        "--patch",
        patch.toString(),
        "--format",
        "json=" + dir.resolve("cli.json"));
    LintMojo mojo = Builds.prepare(new LintMojo(), "lint", dir, new Builds.Memory());
    mojo.failOn = "never";
    mojo.includes = List.of("base.yaml");
    mojo.patches = List.of("patch.yaml");
    mojo.formats = List.of("json=plugin.json");
    mojo.execute();

    assertThat(dir.resolve("plugin.json")).hasSameTextualContentAs(dir.resolve("cli.json"));
    assertThat(Files.readString(dir.resolve("plugin.json"))).contains("path-needs-override");
  }

  @Test
  void anUpgradeFindsTheSame() throws Exception {
    Path node = dir.resolve("node.yaml");
    Files.copy(TESTDATA.resolve("../examples/node.yaml"), node);
    String json = "json=" + dir.resolve("cli.json");
    commandLine("lint", node.toString(), "--talos", "1.11..1.14", "--format", json);
    LintMojo mojo = Builds.prepare(new LintMojo(), "lint", dir, new Builds.Memory());
    mojo.failOn = "never";
    mojo.talosVersion = "1.11..1.14";
    mojo.includes = List.of("node.yaml");
    mojo.formats = List.of("json=plugin.json");
    mojo.execute();

    assertThat(dir.resolve("plugin.json")).hasSameTextualContentAs(dir.resolve("cli.json"));
    assertThat(Files.readString(dir.resolve("plugin.json"))).contains("upgrade-moves-images");
    mojo.talosVersion = "1.14..1.11";
    assertThat(failure(mojo)).hasMessageStartingWith("<talosVersion> takes the older version");
  }

  @Test
  void generateWritesTheSame() throws Exception {
    commandLine(
        "generate",
        "--preset",
        "zot",
        "--host",
        "zot.example.org",
        "--to",
        "hosts-toml",
        "-o",
        dir.resolve("cli").toString());
    GenerateMojo mojo = Builds.prepare(new GenerateMojo(), "generate", dir, new Builds.Memory());
    mojo.preset = "zot";
    mojo.host = "zot.example.org";
    mojo.to = "hosts-toml";
    mojo.outputDirectory = dir.toFile();
    mojo.outputFile = "plugin";
    mojo.execute();

    assertThat(tree(dir.resolve("plugin"))).isNotEmpty().isEqualTo(tree(dir.resolve("cli")));
  }

  private static Throwable failure(LintMojo mojo) {
    try {
      mojo.execute();
    } catch (MojoFailureException | MojoExecutionException e) {
      return e;
    }
    throw new AssertionError("it passed");
  }

  private static List<String> tree(Path root) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(root.relativize(path) + "\n" + Files.readString(path));
      }
    }
    return files;
  }

  /** In a process of its own, as the command line ends its process. */
  private int commandLine(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.regwright.cli.Main");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("cli.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Every example of every rule's page, as a file of its own. */
  private static void examplesOfAllRules(Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> pages = Files.list(TESTDATA.resolve("../docs/rules"))) {
      for (Path page : pages.sorted().toList()) {
        String[] blocks = Files.readString(page).split("```", -1);
        for (int i = 1; i < blocks.length; i += 2) {
          String text = blocks[i].substring(blocks[i].indexOf('\n') + 1);
          if (blocks[i].startsWith("yaml")) {
            Files.writeString(to.resolve(page.getFileName() + "-" + i + ".yaml"), text);
          } else if (blocks[i].startsWith("toml")) {
            Path host = Files.createDirectories(to.resolve(page.getFileName() + "-" + i));
            Files.writeString(host.resolve("hosts.toml"), text);
          }
        }
      }
    }
  }
}
