package dev.regwright.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes as go-toml v2 sets them; the expected texts are its own. */
class TomlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a_b-1|a_b-1",
        "a.b|'a.b'",
        "a\"b|'a\"b'",
        "it's|\"it's\"",
        "it's\\\"|\"it's\\\\\\\"\"",
        "ü|'ü'"
      })
  void keys(String text, String expected) {
    assertThat(TomlText.key(text)).isEqualTo(expected);
    assertThat(TomlText.key("")).isEqualTo("''");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "it's",
        "say \"hi\"",
        "tab\there",
        "line\nbreak",
        "\r\b\f\u0001\u007f",
        "'\"\\",
        "ü \ud83d\ude00 \u0085"
      })
  void whatIsWrittenIsReadAgain(String text) {
    for (String written : new String[] {TomlText.string(text), TomlText.basic(text)}) {
      for (TomlDialect dialect : TomlDialect.values()) {
        TomlFile file = TomlFile.read(SourceFile.of("f", "a = " + written + "\n"), dialect);
        assertThat(file.root().get("a"))
            .isInstanceOfSatisfying(TomlScalar.class, s -> assertThat(s.text()).isEqualTo(text));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"p'\t\u007f\u0001|\"p'\\t\\u007F\\u0001\"", "x|'x'"})
  void strings(String text, String expected) {
    assertThat(TomlText.string(text)).isEqualTo(expected);
  }
}
