package dev.regwright.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTreeTest {
  @TempDir private Path directory;

  private static SortedMap<String, byte[]> files(String... pathsAndTexts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  @Test
  void writesWithNarrowModes() throws IOException {
    Path root = directory.resolve("new/certs.d");
    List<String> written =
        FileTree.write(root, files("docker.io/hosts.toml", "a", "docker.io/x.key", "k"));
    assertThat(written).containsExactly("docker.io/hosts.toml", "docker.io/x.key");
    assertThat(mode(root)).isEqualTo("rwx------");
    assertThat(mode(root.resolve("docker.io"))).isEqualTo("rwx------");
    assertThat(mode(root.resolve("docker.io/x.key"))).isEqualTo("rw-------");
    assertThat(names(root)).containsExactly("docker.io");
  }

  @Test
  void theSecondTimeNothingIsWritten() throws IOException {
    SortedMap<String, byte[]> files = files("a/hosts.toml", "1", "b/hosts.toml", "2");
    FileTree.write(directory, files);
    assertThat(FileTree.write(directory, files)).isEmpty();
    assertThat(FileTree.write(directory, files("a/hosts.toml", "other")))
        .containsExactly("a/hosts.toml");
  }

  @Test
  void whatOthersPutThereStays() throws IOException {
    Files.createDirectories(directory.resolve("a"));
    Files.writeString(directory.resolve("a/notes.txt"), "mine");
    FileTree.write(directory, files("a/hosts.toml", "1"));
    assertThat(directory.resolve("a/notes.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x/hosts.toml",
        "a/../../x",
        "hosts.toml",
        "a/b/c",
        "/a/b",
        "a/..",
        "./a",
        "a\\b/c",
        ""
      })
  void noPathLeadsElsewhere(String path) {
    assertThatThrownBy(() -> FileTree.write(directory, files(path, "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void findsAndPrunesWhatIsNotConfiguredAnyMore() throws IOException {
    FileTree.write(
        directory,
        files(
            "a/hosts.toml", "1", "old/hosts.toml", "2", "old/ca.crt", "c", "kept/hosts.toml", "3"));
    Files.writeString(directory.resolve("kept/notes.txt"), "mine");
    Files.createDirectories(directory.resolve("no-config"));
    List<Path> stale = FileTree.stale(directory, Set.of("a"));
    assertThat(stale).containsExactly(directory.resolve("kept"), directory.resolve("old"));
    assertThat(FileTree.prune(directory.resolve("old"))).isTrue();
    assertThat(FileTree.prune(directory.resolve("kept"))).isFalse();
    assertThat(names(directory)).containsExactly("a", "kept", "no-config");
    assertThat(names(directory.resolve("kept"))).containsExactly("hosts.toml", "notes.txt");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }
}
