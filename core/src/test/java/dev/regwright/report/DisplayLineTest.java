package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class DisplayLineTest {
  @Test
  void expandsTabsToStops() {
    DisplayLine display = DisplayLine.of("\ta\tb", new BitSet(), 0);

    assertThat(display.text()).isEqualTo("    a   b");
    assertThat(display.column(1)).isEqualTo(4);
    assertThat(display.column(3)).isEqualTo(8);
  }

  @Test
  void countsWideAndCombiningCharacters() {
    DisplayLine display = DisplayLine.of("日e\u0301x", new BitSet(), 0);

    assertThat(display.column(1)).isEqualTo(2);
    assertThat(display.column(3)).isEqualTo(3);
    assertThat(display.column(4)).isEqualTo(4);
  }

  @Test
  void masksRangesAndKeepsTheRestInPlace() {
    BitSet hidden = new BitSet();
    hidden.set(3, 20);
    DisplayLine display = DisplayLine.of("a: 01234567890123456 b", hidden, 0);

    assertThat(display.text()).isEqualTo("a: *** b");
    assertThat(display.column(3)).isEqualTo(3);
    assertThat(display.column(10)).isEqualTo(3);
    assertThat(display.column(20)).isEqualTo(6);
    assertThat(display.column(21)).isEqualTo(7);
  }

  @Test
  void showsAWindowOfALongLine() {
    String line = "x".repeat(500) + "HERE" + "y".repeat(500);
    DisplayLine display = DisplayLine.of(line, new BitSet(), 500);

    assertThat(display.text()).hasSize(162).startsWith("…x").endsWith("y…").contains("xHEREy");
    assertThat(display.text().substring(display.column(500))).startsWith("HERE");
  }

  @Test
  void cutsOnlyWhereThereIsMore() {
    String line = "x".repeat(200);

    assertThat(DisplayLine.of(line, new BitSet(), 0).text()).isEqualTo("x".repeat(160) + "…");
    assertThat(DisplayLine.of(line, new BitSet(), 200).text()).isEqualTo("…" + "x".repeat(160));
    assertThat(DisplayLine.of("x".repeat(160), new BitSet(), 0).text()).isEqualTo("x".repeat(160));
  }

  @Test
  void looksOnlyAtThePartAroundTheFocus() {
    String line = "日".repeat(1_000_000);
    DisplayLine display = DisplayLine.of(line, new BitSet(), 500_000);

    assertThat(display.text()).hasSizeLessThan(90).startsWith("…").endsWith("…");
    assertThat(display.column(999_999)).isLessThanOrEqualTo(161);
    assertThat(display.column(0)).isEqualTo(1);
  }

  @Test
  void neverCutsACharacterInTwo() {
    String line = "a" + "😀".repeat(10_000);

    for (int focus = 8_000; focus < 8_010; focus++) {
      assertThat(DisplayLine.of(line, new BitSet(), focus).text()).doesNotContain("<U+D");
    }
  }
}
