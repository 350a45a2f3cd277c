package dev.regwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {
  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void aByteOrderMarkTellsTheEncodingAndIsNoText() {
    assertThat(SourceFile.of("f", bytes(0xEF, 0xBB, 0xBF, 'a')).text()).isEqualTo("a");
    assertThat(SourceFile.of("f", bytes(0xFF, 0xFE, 'a', 0)).text()).isEqualTo("a");
    assertThat(SourceFile.of("f", bytes(0xFE, 0xFF, 0, 'a')).text()).isEqualTo("a");
    assertThat(SourceFile.of("f", bytes('a')).text()).isEqualTo("a");
  }

  @Test
  void changedTextIsWrittenInTheFilesOwnEncoding() {
    assertThat(SourceFile.of("f", bytes(0xEF, 0xBB, 0xBF, 'a')).encode("b"))
        .isEqualTo(bytes(0xEF, 0xBB, 0xBF, 'b'));
    assertThat(SourceFile.of("f", bytes(0xFF, 0xFE, 'a', 0)).encode("é"))
        .isEqualTo(bytes(0xFF, 0xFE, 0xE9, 0));
    assertThat(SourceFile.of("f", bytes('a')).encode("é"))
        .isEqualTo("é".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhereTheFirstUndecodableByteStands() {
    assertThat(SourceFile.of("f", bytes('a', 0xC3, 0xA9, 0xFF, 'b')).malformedAt()).hasValue(2);
    assertThat(SourceFile.of("f", "a\uFFFDb".getBytes(StandardCharsets.UTF_8)).malformedAt())
        .isEmpty();
    assertThat(SourceFile.of("f", bytes(0xFF, 0xFE, 'a')).malformedAt()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheFileEndsThem(String end) {
    SourceFile file = SourceFile.of("f", "one" + end + end + "three" + end);
    assertThat(file.lineCount()).isEqualTo(4);
    assertThat(file.lineText(1)).isEqualTo("one");
    assertThat(file.lineText(2)).isEmpty();
    assertThat(file.lineText(3)).isEqualTo("three");
    assertThat(file.lineText(4)).isEmpty();
    assertThat(file.line(file.text().indexOf("three") + 4)).isEqualTo(3);
  }

  @Test
  void columnsCountCodePoints() {
    SourceFile file = SourceFile.of("f", "x\né😀b: c");
    int b = file.text().indexOf('b');
    assertThat(file.span(b, b + 1)).isEqualTo(new Span("f", 2, 3, 2, 4));
    assertThat(file.span(0, 0)).hasToString("f:1:1");
  }

  @Test
  void findingsSortByPlaceThenRule() {
    RuleInfo a = new RuleInfo("a", "s", Severity.ERROR, Stage.PULL);
    RuleInfo b = new RuleInfo("b", "s", Severity.INFO, Stage.ADVICE);
    Finding first = b.finding(new Span("f", 1, 2, 1, 3), "m");
    Finding second = a.finding(new Span("f", 2, 1, 2, 2), "m");
    Finding third = b.finding(new Span("f", 2, 1, 2, 2), "m").withHelp("h").withUpstream("u");
    assertThat(List.of(third, second, first).stream().sorted().toList())
        .containsExactly(first, second, third);
    assertThat(third.withSeverity(Severity.WARNING).severity()).isEqualTo(Severity.WARNING);
    assertThat(third.withRelated(Span.startOf("g"), "there").related()).hasSize(1);
  }

  @Test
  void guessesOnlyWhatIsNear() {
    List<String> keys = List.of("endpoints", "skipFallback", "name");
    assertThat(DidYouMean.closest("endpoint", keys)).hasValue("endpoints");
    assertThat(DidYouMean.closest("skip_fallback", keys)).hasValue("skipFallback");
    assertThat(DidYouMean.closest("nmae", keys)).hasValue("name");
    assertThat(DidYouMean.closest("mirrors", keys)).isEmpty();
    assertThat(DidYouMean.closest("x".repeat(1000), keys)).isEmpty();
  }
}
