package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @ParameterizedTest
  @CsvSource({
    "plain text, plain text",
    "naïve 日本 😀, naïve 日本 😀",
    "'a\u001B[31mb', a␛[31mb",
    "'a\tb\r\nc', a␉b␍␊c",
    "'a\u0000b\u007Fc', a␀b␡c",
    "'a\u009Bb', a<U+009B>b",
    "'a\u202Eb\u2066c\u200Fd', a<U+202E>b<U+2066>c<U+200F>d",
    "'a\u200Bb\uFEFFc', a<U+200B>b<U+FEFF>c",
    "'a\u2028b\u2029c', a<U+2028>b<U+2029>c",
    "'a\u00ADb', a<U+00AD>b",
    "'\uDB40\uDC41', <U+E0041>",
    "'a\uD800b', a<U+D800>b",
    "'e\u0301', 'e\u0301'",
  })
  void showsWhatWouldHide(String text, String printed) {
    assertThat(Printable.of(text)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "65, 1",
    "9, 1",
    "0x301, 0",
    "0x65E5, 2",
    "0x1F600, 2",
    "0xAC00, 2",
    "0x202E, 8",
    "0xE9, 1"
  })
  void countsColumns(String character, int columns) {
    assertThat(Printable.append(new StringBuilder(), Integer.decode(character))).isEqualTo(columns);
  }
}
