package dev.regwright.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final byte[] NEW = "new\n".getBytes(UTF_8);
  private static final byte[] OLD = "old and longer\n".getBytes(UTF_8);

  @TempDir Path dir;

  private Path old(String name) throws IOException {
    return Files.write(dir.resolve(name), OLD);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(dir)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void writesANewFile() throws IOException {
    Path byHand = Files.write(dir.resolve("by-hand"), NEW);
    Path file = dir.resolve("a.yaml");

    WholeFile.write(file, NEW, false);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(mode(file)).isEqualTo(mode(byHand));
    assertThat(names()).containsExactly("a.yaml", "by-hand");
  }

  @Test
  void aNewSecretFileIsForItsOwnerOnly() throws IOException {
    Path file = dir.resolve("a.yaml");

    WholeFile.write(file, NEW, true);

    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void aFileThatExistsKeepsItsMode() throws IOException {
    for (String mode : List.of("rw-r-----", "rwxrwxrwx", "rw-------")) {
      Path file = old("a.yaml");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

      WholeFile.write(file, NEW, false);

      assertThat(file).hasBinaryContent(NEW);
      assertThat(mode(file)).isEqualTo(mode);
      Files.delete(file);
    }
  }

  @Test
  void aFileThatExistsKeepsItsOwner() throws IOException {
    Path file = old("a.yaml");
    try {
      Files.setAttribute(file, "unix:uid", 12345);
      Files.setAttribute(file, "unix:gid", 23456);
    } catch (FileSystemException e) {
      assumeTrue(false, "only root may give files away");
    }

    WholeFile.write(file, NEW, false);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(23456);
  }

  @Test
  void readersOfTheOldFileKeepIt() throws IOException {
    Path file = old("a.yaml");
    try (InputStream reader = Files.newInputStream(file)) {
      WholeFile.write(file, NEW, false);

      assertThat(reader.readAllBytes()).isEqualTo(OLD);
    }
  }

  @Test
  void linksStayAndTheFileTheyLeadToIsWritten() throws IOException {
    Path file = old("a.yaml");
    Path near = Files.createSymbolicLink(dir.resolve("near"), Path.of("a.yaml"));
    Path below = Files.createDirectory(dir.resolve("below"));
    Path far = Files.createSymbolicLink(below.resolve("far"), Path.of("../near"));

    WholeFile.write(far, NEW, false);

    assertThat(Files.readSymbolicLink(near)).isEqualTo(Path.of("a.yaml"));
    assertThat(Files.readSymbolicLink(far)).isEqualTo(Path.of("../near"));
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void aLinkToNowhereGetsItsFile() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("a.yaml"));

    WholeFile.write(link, NEW, true);

    assertThat(dir.resolve("a.yaml")).hasBinaryContent(NEW);
    assertThat(link).isSymbolicLink();
    assertThat(mode(dir.resolve("a.yaml"))).isEqualTo("rw-------");
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(dir.resolve("b"), Path.of("a"));

    assertThatThrownBy(() -> WholeFile.write(link, NEW, false))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("circle");
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void pipesAreWrittenToAndStay() throws Exception {
    Path pipe = dir.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<byte[]> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readAllBytes(pipe);
              } catch (IOException e) {
                return e.toString().getBytes(UTF_8);
              }
            });

    WholeFile.write(pipe, NEW, true);

    assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(NEW);
    assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void saysWhatIsWrongWithTheDirectory() throws IOException {
    Path file = old("a.yaml");

    assertThatThrownBy(() -> WholeFile.write(dir.resolve("no/such/a.yaml"), NEW, false))
        .hasMessageEndingWith(
            "a.yaml: the directory " + dir + "/no/such does not exist; make it first");
    assertThatThrownBy(() -> WholeFile.write(file.resolve("b.yaml"), NEW, false))
        .hasMessageContaining("b.yaml: ")
        .hasMessageContaining("ot a directory");
    assertThatThrownBy(() -> WholeFile.write(dir, NEW, false)).hasMessage(dir + ": is a directory");
    assertThat(names()).containsExactly("a.yaml");
    assertThat(file).hasBinaryContent(OLD);
  }

  @Test
  void aDirectoryThatTakesNoFilesLeavesTheOldOne() throws IOException {
    Path closed = Files.createDirectory(dir.resolve("closed"));
    Path file = Files.write(closed.resolve("a.yaml"), OLD);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(closed), "root may write everywhere");
    try {
      assertThatThrownBy(() -> WholeFile.write(file, NEW, false))
          .hasMessage(
              file
                  + ": cannot be written: no new file can be made in its directory"
                  + " (permission denied)");
      assertThat(file).hasBinaryContent(OLD);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** As above, for root: nobody makes files in /proc. */
  @Test
  void aFileSystemThatTakesNoFilesIsNamed() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));

    assertThatThrownBy(() -> WholeFile.write(Path.of("/proc/regwright-test"), NEW, false))
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith("/proc/regwright-test: cannot be written: no new file can be made");
  }

  @Test
  void aFailureLeavesNoTemporaryFile() throws IOException {
    Path file = Files.createDirectory(dir.resolve("a.yaml"));
    byte[] old = new byte[0];

    assertThatThrownBy(() -> WholeFile.replaceUnchanged(file, old, NEW))
        .hasMessage(file + ": is a directory");
    assertThatThrownBy(() -> WholeFile.write(dir.resolve("x".repeat(300)), NEW, false))
        .isInstanceOf(FileSystemException.class);
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void replacesAFileThatIsAsItWasRead() throws IOException {
    Path file = old("a.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(dir.resolve("link"), file);

    WholeFile.replaceUnchanged(link, OLD, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(mode(file)).isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("a.yaml", "link");
  }

  @Test
  void leavesAFileThatSomebodyChanged() throws IOException {
    Path file = old("a.yaml");
    byte[] sameLength = "OLD and longer\n".getBytes(UTF_8);
    for (byte[] read : List.of(NEW, sameLength)) {
      assertThatThrownBy(() -> WholeFile.replaceUnchanged(file, read, NEW))
          .isInstanceOf(FileSystemException.class)
          .hasMessage(file + ": has been changed by somebody else meanwhile; it was left as it is");
    }
    assertThat(file).hasBinaryContent(OLD);
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void aFileThatIsGoneIsNotMadeAgain() throws IOException {
    Path file = dir.resolve("a.yaml");

    assertThatThrownBy(() -> WholeFile.replaceUnchanged(file, OLD, NEW))
        .hasMessage(file + ": no such file or directory");
    assertThat(names()).isEmpty();
  }

  @Test
  void whatStaysTheSameIsNotTouched() throws IOException {
    Path file = old("a.yaml");
    Object before = Files.getAttribute(file, "unix:ino");

    WholeFile.replaceUnchanged(file, OLD, OLD.clone());

    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
  }
}
