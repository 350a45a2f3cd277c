package dev.regwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.TestData;
import dev.regwright.yaml.YamlOut.Field;
import dev.regwright.yaml.YamlOut.Fields;
import dev.regwright.yaml.YamlOut.Items;
import dev.regwright.yaml.YamlOut.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
  /**
   * What the real libraries wrote for a text as a value, in a list, as a key and below that key.
   */
  @Test
  void writesTextsAsTheLibrariesDo() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> wrong = new ArrayList<>();
    int answers = 0;
    for (String line : Files.readAllLines(TestData.path("upstream/go-yaml-quote.jsonl"))) {
      JsonNode record = mapper.readTree(line);
      String text =
          record.has("base64")
              ? ByteText.of(Base64.getDecoder().decode(record.get("base64").asText()))
              : record.get("text").asText();
      for (JsonNode answer : record.get("answers")) {
        for (JsonNode library : answer.get("libraries")) {
          answers++;
          String ours = YamlWriter.write(document(text), GoYaml.valueOf(library.asText()));
          if (!ours.equals(answer.get("yaml").asText())) {
            wrong.add(library + ": ours <" + ours + "> theirs " + answer.get("yaml"));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(answers).isGreaterThan(1200);
  }

  private static YamlOut document(String text) {
    Text value = new Text(text);
    return mapping(
        Field.of("k", value),
        Field.of(
            "l",
            new Items(
                List.of(mapping(Field.of("u", value), Field.of("o", new YamlOut.Flag(true)))))),
        Field.of("m", mapping(Field.of(text, new Items(List.of(value))))));
  }

  private static Fields mapping(Field... fields) {
    return Fields.of(List.of(fields));
  }

  @Test
  void laysOutAsTalosDoes() {
    YamlOut inner = mapping(Field.of("c", mapping(Field.of("d", new Text("x")))));
    YamlOut root =
        mapping(
            Field.of("a", new Items(List.of(inner, new Items(List.of(new Text("z"))), inner))),
            Field.of("none", new YamlOut.Null()),
            Field.of("no", new Items(List.of())),
            Field.of("nothing", mapping()));
    assertThat(YamlWriter.write(root, GoYaml.V4_RC6))
        .isEqualTo(
            """
            a:
                - c:
                    d: x
                - - z
                - c:
                    d: x
            none: null
            'no': []
            nothing: {}
            """);
  }

  @Test
  void writesCommentsOnlyWhenAsked() {
    YamlOut root =
        new Fields(
            List.of(
                new Field("a", new Text("yes"), "what a is"),
                new Field("b", new Items(List.of(new Text("x"))), "what b is"),
                new Field("c", new Text("1\n2\n"), "what c is")),
            "d: 1\ne: 2");
    assertThat(YamlWriter.write(root, GoYaml.V4_RC6))
        .isEqualTo("a: 'yes'\nb:\n    - x\nc: |\n    1\n    2\n");
    assertThat(YamlWriter.writeCommented(root, GoYaml.V4_RC6))
        .isEqualTo(
            """
            a: yes # what a is
            # what b is
            b:
                - x
            c: | # what c is
                1
                2

            # d: 1
            # e: 2
            """);
  }

  /**
   * What is written is read back as it was, with one exception that go-yaml has too: a block whose
   * first text is indented.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenIsReadBack(long seed) {
    Random random = new Random(seed);
    String alphabet = " \t\n:-?#,[]{}&*!|>'\"%@`~=<.019+_eExonyNtrufTs\\/é世\u00a0";
    for (int n = 0; n < 2000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (text.indexOf("\n") >= 0 && text.toString().stripLeading().length() < text.length()) {
        continue;
      }
      String written = YamlWriter.write(document(text.toString()), GoYaml.V4_RC6);
      assertThat(readBack(written)).as("%s", written).containsOnly(text.toString());
    }
  }

  private static List<String> readBack(String yaml) {
    YamlStream stream = YamlStream.read(SourceFile.of("written", yaml));
    assertThat(stream.problems()).as("%s", yaml).isEmpty();
    YamlMapping root = (YamlMapping) stream.documents().get(0).root();
    YamlSequence list = (YamlSequence) root.get("l");
    YamlMapping item = (YamlMapping) list.items().get(0);
    YamlMapping map = (YamlMapping) root.get("m");
    return List.of(text(root.get("k")), text(item.get("u")), text(map.entries().get(0).key()));
  }

  private static String text(YamlNode node) {
    YamlScalar scalar = (YamlScalar) node;
    assertThat(scalar.kind()).isEqualTo(ScalarKind.STRING);
    return scalar.text();
  }

  @ParameterizedTest
  @CsvSource({"a2, a10", "a, b", "1, a", "a.b, ab", "10.0.0.2:5000, 10.0.0.10:5000", "a, a1"})
  void keysAreOrderedAsGoYamlDoes(String first, String second) {
    Fields sorted =
        Fields.sorted(List.of(Field.of(second, new Text("")), Field.of(first, new Text(""))));
    assertThat(sorted.fields()).extracting(Field::key).containsExactly(first, second);
  }

  @Test
  void keepsBytesThatAreNoText() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, (byte) 0xA9, (byte) 0xE2, (byte) 0x80};
    String text = ByteText.of(bytes);
    assertThat(ByteText.isText(text)).isFalse();
    assertThat(ByteText.bytes(text)).isEqualTo(bytes);
    assertThat(ByteText.isText("é😀\uFFFD")).isTrue();
    assertThat(YamlWriter.write(mapping(Field.of("k", new Text(text))), GoYaml.V4_RC6))
        .isEqualTo("k: !!binary Yf/DqeKA\n");
  }

  @Test
  void aNodeShowsNoValue() {
    assertThat(new Text("secret").toString()).doesNotContain("secret");
    assertThat(document("secret").toString()).contains("text");
  }
}
