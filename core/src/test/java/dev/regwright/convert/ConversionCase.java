package dev.regwright.convert;

import dev.regwright.model.TalosVersion;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of {@code testdata/conversions}: what is expected of one conversion, as a difference. The
 * README there describes the form.
 *
 * @param notes what is said on the way, as {@code line: beginning of the message}
 * @param refused why it is refused, in the same form; empty when it is not
 * @param newRules rules of the linter that may find more afterwards
 * @param unchanged whether there is nothing to convert
 * @param removed the numbers of the input's lines that go
 */
record ConversionCase(
    String name,
    Form to,
    TalosVersion talos,
    List<String> notes,
    List<String> refused,
    List<String> newRules,
    boolean unchanged,
    boolean keysChange,
    String input,
    String output,
    List<Integer> removed) {

  static List<ConversionCase> all() {
    try (Stream<Path> files = Files.list(TestData.path("conversions"))) {
      return files
          .filter(file -> file.toString().endsWith(".diff"))
          .sorted()
          .map(ConversionCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConversionCase read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int at = 0;
    Form to = Form.TALOS;
    String talos = "1.14";
    List<String> notes = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    boolean unchanged = false;
    boolean keys = false;
    for (; at < lines.size() && !lines.get(at).isEmpty(); at++) {
      String line = lines.get(at);
      String key = line.substring(0, line.indexOf(':'));
      String value = line.substring(line.indexOf(':') + 1).strip();
      switch (key) {
        case "to" -> to = Form.named(value).orElseThrow();
        case "talos" -> talos = value;
        case "note" -> notes.add(value);
        case "refused" -> refused.add(value);
        case "new" -> rules.add(value);
        case "unchanged" -> unchanged = true;
        case "keys" -> keys = true;
        default -> throw new IllegalArgumentException(file + ": " + line);
      }
    }
    var body = new Body();
    lines.subList(at + 1, lines.size()).forEach(line -> body.add(file, line));
    return new ConversionCase(
        file.getFileName().toString().replace(".diff", ""),
        to,
        TalosVersion.of(talos),
        notes,
        refused,
        rules,
        unchanged,
        keys,
        body.input.toString(),
        body.output.toString(),
        body.removed);
  }

  private static final class Body {
    private final StringBuilder input = new StringBuilder();
    private final StringBuilder output = new StringBuilder();
    private final List<Integer> removed = new ArrayList<>();
    private int line;
    private char last;

    void add(Path file, String text) {
      String rest = text.isEmpty() ? "" : text.substring(1);
      char mark = text.isEmpty() ? ' ' : text.charAt(0);
      switch (mark) {
        case ' ', '-' -> {
          line++;
          input.append(rest).append('\n');
          if (mark == '-') {
            removed.add(line);
          } else {
            output.append(rest).append('\n');
          }
        }
        case '+' -> output.append(rest).append('\n');
        case '\\' -> withoutLineBreak();
        default -> throw new IllegalArgumentException(file + ": " + text);
      }
      last = mark;
    }

    private void withoutLineBreak() {
      if (last != '+') {
        input.setLength(input.length() - 1);
      }
      if (last != '-') {
        output.setLength(output.length() - 1);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
