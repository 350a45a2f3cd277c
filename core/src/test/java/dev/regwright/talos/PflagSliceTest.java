package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flags and shell words against recorded answers: of pflag 1.0.10 (1.0.5 gives the same) with Go
 * 1.26, and of dash.
 */
class PflagSliceTest {
  static Stream<JsonNode> pflag() {
    return records("upstream/pflag-stringslice.jsonl");
  }

  static Stream<JsonNode> words() {
    return records("upstream/posix-shell-words.jsonl");
  }

  private static Stream<JsonNode> records(String name) {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> records = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(TestData.path(name))) {
        records.add(mapper.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records.stream();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("pflag")
  void commandLinesAreReadAsPflagReadsThem(JsonNode answer) {
    String line =
        texts(answer.get("args")).stream().map(ShellQuoting::of).collect(Collectors.joining(" "));
    SourceFile source = SourceFile.of("line", "talosctl " + line);
    TalosctlFlags flags = TalosctlFlags.read(source, TalosVersion.of("1.14"));
    List<String> upstream =
        flags.findings().stream()
            .filter(
                f -> !f.rule().equals("name-required") && !f.rule().equals("endpoint-url-required"))
            .map(Finding::upstream)
            .filter(Objects::nonNull)
            .toList();
    String error = answer.get("error").textValue();
    String specError = answer.get("spec_error").textValue();
    boolean anotherFlag = error.startsWith("unknown flag: ");
    if (anotherFlag) {
      assertThat(flags.specs()).isEmpty();
    } else if (!error.isEmpty()) {
      assertThat(upstream).contains(error.contains("@") ? masked(error) : error);
    } else {
      assertThat(mirrors(flags)).isEqualTo(wellFormed(texts(answer.get("mirrors"))));
      assertThat(insecure(flags)).isEqualTo(texts(answer.get("insecure")));
      assertThat(upstream.stream().filter(t -> t.startsWith("invalid registry mirror spec")))
          .startsWith(specError.isEmpty() ? new String[0] : new String[] {specError});
    }
  }

  private static String masked(String error) {
    return error.replaceAll("\"[^\"]*@[^\"]*\"", "\"…\"");
  }

  private static List<String> wellFormed(List<String> mirrors) {
    return mirrors.stream().filter(text -> text.contains("=")).toList();
  }

  private static List<String> mirrors(TalosctlFlags flags) {
    return flags.specs().stream()
        .filter(FlagSpec.Mirror.class::isInstance)
        .map(FlagSpec.Mirror.class::cast)
        .map(spec -> spec.name() + "=" + spec.url())
        .toList();
  }

  private static List<String> insecure(TalosctlFlags flags) {
    return flags.specs().stream()
        .filter(FlagSpec.Insecure.class::isInstance)
        .map(spec -> ((FlagSpec.Insecure) spec).host())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("words")
  void shellTextIsSplitAsDashSplitsIt(JsonNode answer) {
    String text = answer.get("text").textValue();
    ShellText shell = ShellText.of(text);
    List<String> words = shell.commands().get(0).stream().map(ShellWord::text).toList();
    assertThat(words).isEqualTo(texts(answer.get("words")));
    assertThat(shell.unclosed()).isEmpty();
    for (ShellWord word : shell.commands().get(0)) {
      for (int i = 0; i < word.text().length(); i++) {
        assertThat(text.charAt(word.outer(i))).isEqualTo(word.text().charAt(i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void quotedWordsAreThemselvesAgain(JsonNode answer) {
    for (String word : texts(answer.get("words"))) {
      List<List<ShellWord>> commands = ShellText.of(ShellQuoting.of(word)).commands();
      assertThat(commands).hasSize(1);
      assertThat(commands.get(0)).hasSize(1);
      assertThat(commands.get(0).get(0).text()).isEqualTo(word);
      assertThat(commands.get(0).get(0).open()).isFalse();
    }
  }
}
