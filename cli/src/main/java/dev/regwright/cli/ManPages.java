package dev.regwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the manual pages of the distribution, when it is built. They are made of the commands
 * themselves, so that they cannot say anything else; and they bear no date, so that two builds make
 * the same.
 */
public final class ManPages {
  private final String version;

  ManPages(String version) {
    this.version = version;
  }

  /**
   * Writes them.
   *
   * @param args the directory and the version
   */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, String> page : new ManPages(args[1]).all().entrySet()) {
      Files.write(
          directory.resolve(page.getKey()), page.getValue().getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** All pages by their file name. */
  Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("regwright.1", overview());
    for (Command command : Commands.all()) {
      pages.put(name(command) + ".1", new CommandPage(command, version).text());
    }
    return pages;
  }

  static String name(Command command) {
    return "regwright-" + command.name();
  }

  private String overview() {
    ManText page = new ManText("regwright", version);
    page.name("regwright", "lint, convert, generate and trace registry configuration");
    page.section("SYNOPSIS");
    page.bold("regwright").text("COMMAND [OPTIONS]");
    page.section("DESCRIPTION").text(Help.PURPOSE);
    page.section("COMMANDS");
    for (Command command : Commands.all()) {
      page.term().reference(name(command), "").text(command.purpose() + ".");
    }
    page.section("OPTIONS");
    page.term().bold("-h, --help").text("show an overview");
    page.term().bold("-V, --version").text("show the version");
    page.section("EXAMPLES").example(Help.EXAMPLES.lines().toList());
    page.section("EXIT STATUS");
    page.term().bold("0").text("clean");
    page.term().bold("1").text("there is something to look at; each command's page says what");
    page.term().bold("2").text("a mistake on the command line or in the settings");
    page.term().bold("3").text("something could not be read, judged or written");
    environment(page);
    page.section("FILES");
    page.term().bold(".regwright.yaml");
    page.text("settings of lint: the nearest one from a file's directory upward");
    page.section("SEE ALSO");
    page.reference("regwright-lint", ",").reference("regwright-rules", "");
    return page.toString();
  }

  private static void environment(ManText page) {
    page.section("ENVIRONMENT");
    page.term().bold("NO_COLOR").text("when set, nothing is coloured unless told otherwise");
    page.term().bold("GITHUB_ACTIONS");
    page.text("when set, the format auto of lint is that of GitHub's annotations");
    page.term().bold("JAVA_HOME").text("the Java to use, rather than that on the PATH");
    page.term().bold("JAVA_OPTS, REGWRIGHT_OPTS").text("further options for the JVM");
    page.term().bold("REGWRIGHT_NO_CACHE");
    page.text("when 1, the class-data archive that shortens the start is neither made nor used");
  }
}
