package dev.regwright.lint;

import dev.regwright.testing.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page of {@code docs/rules}.
 *
 * @param id the page's file name without {@code .md}
 * @param title the text of the first heading
 * @param headline the emphasised line under it
 * @param sections the headings of the second level with the text below them
 * @param examples the fenced blocks, in order
 */
record RulePage(
    String id,
    String title,
    String headline,
    Map<String, String> sections,
    List<RuleExample> examples) {

  /** Where the pages are. */
  static Path directory() {
    return TestData.path("../docs/rules").normalize();
  }

  /** All pages but the index, by name. */
  static List<RulePage> all() {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
          .sorted()
          .map(RulePage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePage read(Path file) {
    try {
      String id = file.getFileName().toString().replaceAll("\\.md$", "");
      return new Parser(id).parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Parser {
    private final String id;
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
    private final List<RuleExample> examples = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private String title = "";
    private String headline = "";
    private String section = "";

    Parser(String id) {
      this.id = id;
    }

    RulePage parse(List<String> lines) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith("```")) {
          int end = i + 1;
          while (!lines.get(end).startsWith("```")) {
            end++;
          }
          String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
          if (line.equals("```sh")) {
            options.add("file: sh");
          } else if (line.equals("```toml")) {
            options.add("file: toml");
          }
          examples.add(RuleExample.of(id, section, i + 2, text, options));
          options.clear();
          i = end;
        } else if (line.startsWith("<!-- ") && line.endsWith(" -->")) {
          options.add(line.substring(5, line.length() - 4));
        } else {
          text(line);
        }
      }
      Map<String, String> texts = new LinkedHashMap<>();
      sections.forEach((heading, text) -> texts.put(heading, text.toString().strip()));
      return new RulePage(id, title, headline, texts, List.copyOf(examples));
    }

    private void text(String line) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
        sections.put(section, new StringBuilder());
      } else if (line.startsWith("# ")) {
        title = line.substring(2);
      } else if (section.isEmpty() && line.startsWith("*") && line.endsWith("*")) {
        headline = line.substring(1, line.length() - 1);
      } else if (!section.isEmpty()) {
        sections.get(section).append(line).append('\n');
      }
    }
  }
}
