package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.findings;
import static dev.regwright.talos.Reading.only;
import static dev.regwright.talos.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of files that are not YAML as go-yaml takes it. */
class YamlFindingsTest {
  private static final String TEMPLATE = "this looks like a template: lint what it renders to";

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "name: s.io # name # 4:1-4:5",
        "\"name\": s.io # name # 4:1-4:7",
        "'''name'': s.io' # name # 4:1-4:7"
      })
  void aKeyTwice(String line, String key, String place) {
    Finding finding = only("duplicate-key", document("Mirror", line));
    assertThat(place(finding.span())).isEqualTo(place);
    assertThat(finding.message())
        .isEqualTo("Talos refuses the file: this key is already defined in the same mapping");
    assertThat(finding.help()).isEqualTo("remove one of the two");
    assertThat(finding.upstream())
        .isEqualTo("line 4: mapping key \"" + key + "\" already defined at line 3");
    assertThat(finding.related())
        .extracting(r -> r.span().startLine() + ":" + r.span().startColumn() + " " + r.message())
        .containsExactly("3:1 first defined here");
  }

  @Test
  void theEmptyKeyTwice() {
    assertThat(only("duplicate-key", document("Mirror", "\"\": 1\n\"\": 2")).upstream())
        .isEqualTo("line 5: mapping key \"\" already defined at line 4");
  }

  @Test
  void anUnknownAnchor() {
    Finding finding = only("unknown-anchor", document("Mirror", "endpoints: *none"));
    assertThat(finding.help())
        .isEqualTo("define the anchor before it is used; a text that begins with * needs quotes");
    assertThat(finding.span().startLine()).isEqualTo(4);
  }

  @Test
  void whatIsNotYamlSaysWhereItBegan() {
    Finding finding = only("yaml-syntax", "a: [b\nc: d\n");
    assertThat(finding.message()).startsWith("not YAML: ");
    assertThat(finding.help()).isNull();
    assertThat(finding.related())
        .extracting(r -> place(r.span()) + " " + r.message())
        .containsExactly("1:4-1:5 it began here");
    assertThat(only("yaml-syntax", "[b\nc: d: e\n").related())
        .extracting(r -> place(r.span()))
        .containsExactly("1:1-1:2");
  }

  @ParameterizedTest
  @CsvSource({"'{% if x %}'", "'{{ if x }} a: {{ b }}: c'", "'a: {{ b }}: {% c %}'"})
  void templates(String text) {
    assertThat(only("yaml-syntax", text).help()).isEqualTo(TEMPLATE);
  }

  @Test
  void bracesAloneAreNoTemplate() {
    assertThat(only("yaml-syntax", "a: {b: }}").help()).isNull();
  }

  @Test
  void binaryFilesAndBadEncodings() {
    assertThat(encoding(new byte[] {'a', 0, 'b'}).help())
        .isEqualTo("this looks like a binary file");
    assertThat(encoding(new byte[] {0, 'a', 'b'}).help())
        .isEqualTo("this looks like a binary file");
    assertThat(encoding(new byte[] {'a', ':', ' ', (byte) 0xff}).help())
        .isEqualTo("save the file as UTF-8 and remove the character");
    assertThat(encoding(new byte[] {'a', ':', ' ', 7}).help())
        .isEqualTo("save the file as UTF-8 and remove the character");
  }

  private static Finding encoding(byte[] bytes) {
    SourceFile source = SourceFile.of("config.yaml", bytes);
    List<Finding> findings =
        TalosReader.read(source, TalosVersion.of("1.14"), FileRole.CONFIG).findings();
    return only(findings, "yaml-encoding");
  }

  @Test
  void nestedTooDeep() {
    String text = "a: " + "[".repeat(10_001) + "]".repeat(10_001);
    Finding finding = only("yaml-depth", text);
    assertThat(finding.upstream()).isEqualTo("exceeded max depth of 10000");
    assertThat(finding.help()).isNull();
  }

  @Test
  void otherDocumentsAreStillRead() {
    assertThat(findings("a: [b\n---\n" + document("Mirror", "bad: 1")))
        .extracting(Finding::rule)
        .contains("yaml-syntax");
  }
}
