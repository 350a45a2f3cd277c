package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.regwright.run.ExitCode;
import dev.regwright.run.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is read, what is left out, and what is said about what cannot be read. */
@Timeout(60)
class InputFilesTest {
  @TempDir private Path dir;

  @Test
  void walksDirectoriesInTheOrderOfPaths() {
    write("b/x.yaml", Samples.BROKEN);
    write("a.yaml", Samples.BROKEN);
    write("b.yaml", Samples.BROKEN);
    write("a/z.YML", Samples.BROKEN);

    assertThat(reported(dir)).containsExactly("a.yaml", "a/z.YML", "b.yaml", "b/x.yaml");
  }

  @Test
  void leavesOutWhatIsNotConfiguration() {
    write("ok.yaml", Samples.BROKEN);
    write(".git/x.yaml", Samples.BROKEN);
    write(".hidden/x.yaml", Samples.BROKEN);
    write("node_modules/x.yaml", Samples.BROKEN);
    write("x.json", Samples.BROKEN);
    write("x.yaml.bak", Samples.BROKEN);
    write("foreign.yaml", Samples.FOREIGN);
    write("words.yaml", "text: all the registries of this world\n");

    assertThat(reported(dir)).containsExactly("ok.yaml");
    Run run = Run.of("lint", dir);
    assertThat(run.out()).contains("in 1 file ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void readsWhatIsNamedWhateverItsName() {
    Path hidden = write(".hidden/x.yaml", Samples.BROKEN);
    Path text = write("x.txt", Samples.BROKEN);

    assertThat(Run.of("lint", hidden, text, "--format=concise").out().lines()).hasSize(2);
    assertThat(Run.of("lint", hidden.getParent(), "--format=concise").out().lines()).hasSize(1);
  }

  @Test
  void lintsEveryFileOnce() {
    Path file = write("sub/a.yaml", Samples.BROKEN);
    write("b.yaml", Samples.BROKEN);
    Path around = dir.resolve("sub/../sub/./a.yaml");

    assertThat(
            Run.of("lint", file, dir, file, around, dir.resolve("sub"), "--format=concise")
                .out()
                .lines())
        .hasSize(2);
  }

  @Test
  void printsPathsAsTheyWereGiven() {
    Path file = write("sub/a.yaml", Samples.BROKEN);
    Path relative = Path.of("").toAbsolutePath().relativize(file);

    assertThat(Run.of("lint", relative, "--format=concise").out()).startsWith(relative + ":3:1");
    assertThat(Run.of("lint", "./" + relative, "--format=concise").out())
        .startsWith(relative + ":3:1");
    assertThat(Run.of("lint", dir + "//sub/./", "--format=concise").out())
        .startsWith(file + ":3:1");
  }

  @Test
  void takesAFileThatIsNamedAndFoundForNamed() {
    Path foreign = write("foreign.yaml", Samples.FOREIGN);

    assertThat(Run.of("lint", dir, foreign).err()).contains("is no Talos configuration");
  }

  @Test
  void survivesLoopsOfLinks() throws IOException {
    write("a/x.yaml", Samples.BROKEN);
    link("a/loop", dir.resolve("a"));
    link("a/up.yaml", dir);
    link("self.yaml", dir.resolve("self.yaml"));
    Run run = Run.of("lint", dir, "--format=concise");

    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("regwright: " + dir + "/self.yaml: cannot be read (");
  }

  @Test
  void followsLinksToFilesAndNamedLinksToDirectories() throws IOException {
    Path file = write("real/x.yaml", Samples.BROKEN);
    link("links/l.yaml", file);
    link("links/dir", dir.resolve("real"));

    assertThat(reported(dir.resolve("links"))).containsExactly("l.yaml");
    assertThat(reported(dir.resolve("links/dir"))).containsExactly("x.yaml");
  }

  @Test
  void saysWhatIsMissingAndLintsTheRest() {
    write("mirrors.yaml", Samples.BROKEN);
    Run run =
        Run.of(
            "lint",
            dir.resolve("mirors.yaml"),
            dir,
            dir.resolve("elsewhere/x"),
            "--format=concise");

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err())
        .isEqualTo(
            "regwright: %s/mirors.yaml: no such file or directory; did you mean %s/mirrors.yaml?%n"
                    .formatted(dir, dir)
                + "regwright: %s/elsewhere/x: no such file or directory%n".formatted(dir));
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    Path link = link("l.yaml", dir.resolve("gone"));
    link(".#lock.yaml", dir.resolve("gone"));
    String answer = "regwright: " + link + ": a link to nowhere; mend or remove it\n";

    assertThat(Run.of("lint", link)).isEqualTo(new Run(ExitCode.FAILURE, "", answer));
    assertThat(Run.of("lint", dir)).isEqualTo(new Run(ExitCode.FAILURE, "", answer));
  }

  @Test
  void neverWaitsForAPipe() throws IOException, InterruptedException {
    Path pipe = dir.resolve("p.yaml");
    assumeThat(made(pipe)).isTrue();
    String answer =
        "regwright: "
            + pipe
            + ": not a regular file; pipe what it holds in, and write - in its place\n";

    assertThat(Run.of("lint", pipe)).isEqualTo(new Run(ExitCode.FAILURE, "", answer));
    assertThat(Run.of("lint", dir)).isEqualTo(new Run(ExitCode.FAILURE, "", answer));
  }

  private static boolean made(Path pipe) throws InterruptedException {
    try {
      Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void refusesDevices() {
    Path device = Path.of("/dev/zero");
    assumeThat(Files.exists(device)).isTrue();

    assertThat(Run.of("lint", device).err()).contains("/dev/zero: not a regular file");
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    Path file = dir.resolve("big.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(FileReader.LIMIT + 1L);
    }
    Run run = Run.of("lint", file);

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("big.yaml: larger than 32 MiB");
    Run stdin = Run.on("#".repeat(FileReader.LIMIT + 1), "lint", "-");
    assertThat(stdin.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(stdin.err()).contains("<stdin>: larger than 32 MiB");
  }

  @Test
  void saysWhenItIsNotAllowedToRead() throws IOException {
    Path file = write("closed/a.yaml", Samples.BROKEN);
    Path open = write("open.yaml", Samples.CLEAN);
    assumeThat(file.toFile().setReadable(false) && !Files.isReadable(file)).isTrue();

    Run run = Run.of("lint", file, open);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains(file + ": permission denied");
    assertThat(run.out()).contains("in 1 file");
    assertThat(file.getParent().toFile().setReadable(false)).isTrue();
    run = Run.of("lint", dir);
    assertThat(file.getParent().toFile().setReadable(true)).isTrue();
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains(file.getParent() + ": permission denied");
  }

  @Test
  void saysWhenThereIsNothingToLint() throws IOException {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    Run run = Run.of("lint", empty);

    assertThat(run)
        .isEqualTo(
            new Run(
                0, "", "regwright: note: no *.yaml, *.yml or hosts.toml file in " + empty + "\n"));
    assertThat(Run.of("lint", empty, "-q")).isEqualTo(new Run(0, "", ""));
    write("f/foreign.yaml", Samples.FOREIGN);
    write("f/other.yaml", Samples.FOREIGN);
    assertThat(Run.of("lint", dir.resolve("f")).err())
        .isEqualTo(
            "regwright: note: none of 2 YAML files configures registries; name a file to check it anyway\n");
  }

  @Test
  void survivesPathsNobodyCanMean() {
    assertThat(Run.of("lint", "a\0b").err()).isEqualTo("regwright: a␀b: no valid path\n");
    assertThat(Run.of("lint", "x".repeat(5000)).code()).isEqualTo(ExitCode.FAILURE);
    assertThat(Run.of("lint", write("a.yaml", "") + "/b").code()).isEqualTo(ExitCode.FAILURE);
    assertThat(Run.of("lint", "@args").err()).contains("@args: no such file");
    assertThat(Run.of("lint", "--", "--talos").err()).contains("--talos: no such file");
  }

  @Test
  void lintsManyFilesInOrder() {
    List<String> expected = new ArrayList<>();
    for (int i = 100; i < 400; i++) {
      write("d" + i % 7 + "/f" + i + ".yaml", i % 3 == 0 ? Samples.BROKEN : Samples.CLEAN);
      if (i % 3 == 0) {
        expected.add("d" + i % 7 + "/f" + i + ".yaml");
      }
    }
    expected.sort(null);

    assertThat(reported(dir)).isEqualTo(expected);
    assertThat(Run.of("lint", dir).out())
        .endsWith("Found 100 errors in 100 of 300 files (Talos 1.14, containerd 2.3).\n");
  }

  private Path write(String name, String text) {
    return Samples.write(dir, name, text);
  }

  private Path link(String name, Path target) throws IOException {
    Path link = dir.resolve(name);
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, target);
  }

  /** The files with findings, relative to a directory, in the order of the report. */
  private static List<String> reported(Path directory) {
    return Run.of("lint", directory, "--format=concise", "--select=unknown-key")
        .out()
        .lines()
        .map(line -> line.substring(directory.toString().length() + 1, line.indexOf(":3:1:")))
        .toList();
  }
}
