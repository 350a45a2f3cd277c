package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual pages say what the commands say, and the programs that show them are content. */
@DisabledOnOs(OS.WINDOWS)
class ManPagesTest {
  private static final String VERSION = "1.2.3-SNAPSHOT";

  @TempDir private Path dir;

  /** The files the build would write. */
  private Map<String, String> written(Path directory) throws IOException {
    ManPages.main(new String[] {directory.toString(), VERSION});
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  private static String plain(String roff) {
    return roff.replace("\\-", "-")
        .replace("\\(aq", "'")
        .replace("\\(dq", "\"")
        .replace("\\(ti", "~")
        .replace("\\[u2026]", "…")
        .replace("\\&", "");
  }

  @Test
  void everyCommandHasAPageWithAllItsOptions() throws IOException {
    Map<String, String> pages = written(dir.resolve("a"));

    assertThat(pages).hasSize(Commands.names().size() + 1);
    String overview = plain(pages.get("regwright.1"));
    for (Command command : Commands.all()) {
      assertThat(overview).contains("\\fBregwright-" + command.name() + "\\fR(1)\n");
      String page = plain(pages.get("regwright-" + command.name() + ".1"));
      assertThat(page).contains(command.purpose());
      for (OptionSpec option : command.spec().options()) {
        String names = "\\fB" + String.join("\\fR, \\fB", option.names()) + "\\fR";
        if (option.hidden()) {
          assertThat(page).doesNotContain(names);
        } else {
          String label = option.arity().max() == 0 ? "" : " \\fI" + option.paramLabel() + "\\fR";
          String term = ".TP\n" + names + label + "\n" + option.description()[0] + "\n";
          assertThat(page).contains(term);
        }
      }
      for (PositionalParamSpec argument : command.spec().positionalParameters()) {
        assertThat(page).contains(".TP\n\\fI" + argument.paramLabel() + "\\fR\n");
      }
      for (String line : command.spec().usageMessage().description()) {
        assertThat(page).contains(line.strip());
      }
    }
  }

  @Test
  void twoBuildsMakeTheSame() throws IOException {
    Map<String, String> pages = written(dir.resolve("a"));

    assertThat(pages).isEqualTo(written(dir.resolve("b")));
    for (String page : pages.values()) {
      assertThat(page).contains("1 \"\" \"Regwright 1.2.3\\-SNAPSHOT\"");
      assertThat(page.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    }
  }

  @Test
  void noTextIsTakenForARequest() {
    ManText page = new ManText("x", "1");
    page.text(".so /etc/passwd").text("'br").text("a\\nb\n.br").bold("-x").text("¼ 😀");

    assertThat(page.toString())
        .endsWith(
            "\n\\&.so /etc/passwd\n\\&\\(aqbr\na\\enb .br\n\\fB\\-x\\fR\n\\[u00BC] \\[u1F600]\n");
  }

  /** What a program says of all pages; the test is skipped where there is no such program. */
  private String said(String... command) throws IOException, InterruptedException {
    StringBuilder said = new StringBuilder();
    Path directory = dir.resolve("a");
    for (String page : written(directory).keySet()) {
      List<String> words = new ArrayList<>(List.of(command));
      words.add(page);
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("MANWIDTH", "200");
      Process process;
      try {
        process = builder.redirectErrorStream(true).start();
      } catch (IOException e) {
        return abort("there is no " + command[0] + " here");
      }
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      said.append(out);
      if (process.waitFor() != 0 && out.isEmpty()) {
        said.append(words).append(": exit status ").append(process.exitValue()).append('\n');
      }
    }
    return said.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"groff -man -ww -z -Tutf8", "groff -man -ww -z -Tps", "mandoc -Tlint -Wwarning"})
  void programsHaveNothingToSay(String command) throws IOException, InterruptedException {
    assertThat(said(command.split(" ", -1)).lines())
        .filteredOn(line -> !line.contains("missing date")) // two builds would make two
        .isEmpty();
  }

  /** Only man-db's shows any file; minimal systems have a man that says it is missing. */
  @Test
  void manShowsThem() throws IOException, InterruptedException {
    if (!said("man", "--version").startsWith("man ")) {
      abort("there is no man-db here");
    }
    String shown = said("man", "-P", "cat", "-l").replaceAll("[\\s\u2010]+", " ");

    for (Command command : Commands.all()) {
      assertThat(shown).contains("regwright-" + command.name() + " - " + command.purpose());
      for (OptionSpec option : command.spec().options()) {
        assertThat(shown).contains(option.hidden() ? "" : option.longestName());
      }
    }
    assertThat(shown).contains("Harbor, Zot, Nexus, …").doesNotContain("\\(", "\\f", "\\[");
  }
}
