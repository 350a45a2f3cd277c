package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  /** Of talosctl, and of commands the plugin does not have. */
  private static final Set<String> OF_OTHERS = Set.of("--color", "--config-patch");

  @Test
  void putsElementsInThePlaceOfOptions() {
    assertThat(Words.of("--fail-on takes error, not 'x'"))
        .isEqualTo("<failOn> takes error, not 'x'");
    assertThat(Words.of("name it with -o DIRECTORY"))
        .isEqualTo("name it with <outputDirectory> DIRECTORY");
    assertThat(Words.of("--write-baseline makes it; --baseline reads it"))
        .isEqualTo("-Dregwright.writeBaseline makes it; <baseline> reads it");
    assertThat(Words.of("more memory: REGWRIGHT_OPTS=-Xmx2g"))
        .isEqualTo("more memory: MAVEN_OPTS=-Xmx2g");
  }

  @Test
  void leavesFilesAndForeignOptionsAlone() {
    assertThat(Words.of("a/my--fix.yaml: no such file")).isEqualTo("a/my--fix.yaml: no such file");
    assertThat(Words.of("talosctl --config-patch @x -n NODE"))
        .isEqualTo("talosctl --config-patch @x -n NODE");
  }

  /** A message that names an option no POM has would send people looking for it. */
  @Test
  void knowsEveryOptionThatMessagesName() throws IOException {
    Set<String> unknown = new TreeSet<>();
    int seen = 0;
    for (String room : List.of("run", "generate", "convert", "trace/input", "lint/settings")) {
      for (Path file : sources(room)) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          Matcher option = OPTION.matcher(literal.group(1));
          while (option.find()) {
            seen++;
            boolean known = !Words.of(option.group()).equals(option.group());
            if (!known && !OF_OTHERS.contains(option.group())) {
              unknown.add(file.getFileName() + ": " + option.group());
            }
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(seen).isGreaterThan(20);
  }

  private static List<Path> sources(String room) throws IOException {
    Path root =
        Path.of(System.getProperty("regwright.testdata"), "../core/src/main/java/dev/regwright");
    try (Stream<Path> files = Files.list(root.resolve(room))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
