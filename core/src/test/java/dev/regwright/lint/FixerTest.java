package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.source.TextEdit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixerTest {
  private static final RuleInfo RULE = new RuleInfo("rule", "Rule", Severity.ERROR, Stage.PULL);

  /** Replaces each of the words found by another; one finding per word, in order. */
  private static Fixer.Lint replacing(boolean safe, String... pairs) {
    return file -> {
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < pairs.length; i += 2) {
        int at = file.text().indexOf(pairs[i]);
        if (at >= 0) {
          int end = at + pairs[i].length();
          findings.add(
              RULE.finding(file.span(at, end), pairs[i])
                  .withFix(new Fix("fix", safe, List.of(new TextEdit(at, end, pairs[i + 1])))));
        }
      }
      return new LintedFile(file, findings, TalosVerdict.VALID, List.of());
    };
  }

  private static String fixed(Fixer fixer, String text, Fixer.Lint lint) {
    return fixer.fix(SourceFile.of("f", text), lint).after().source().text();
  }

  @Test
  void goesOnUntilNothingIsLeft() {
    Repaired repaired =
        Fixer.safe().fix(SourceFile.of("f", "a x"), replacing(true, "a", "b", "b", "c"));

    assertThat(repaired.after().source().text()).isEqualTo("c x");
    assertThat(repaired.repairs()).hasSize(2);
    assertThat(repaired.after().findings()).isEmpty();
  }

  @Test
  void ofTwoThatOverlapTheFirstCounts() {
    assertThat(fixed(Fixer.safe(), "abc", replacing(true, "ab", "X", "bc", "Y"))).isEqualTo("Xc");
    assertThat(fixed(Fixer.safe(), "ab", replacing(true, "a", "X", "b", "Y"))).isEqualTo("XY");
  }

  @Test
  void theSameFixTwiceIsOne() {
    assertThat(fixed(Fixer.safe(), "abc", replacing(true, "b", "X", "b", "X"))).isEqualTo("aXc");
  }

  @Test
  void endsWhenFixesUndoEachOther() {
    assertThat(fixed(Fixer.safe(), "a", replacing(true, "a", "b", "b", "a"))).isIn("a", "b");
    assertThat(fixed(Fixer.safe(), "a", replacing(true, "a", "aa"))).matches("a{2,17}");
  }

  @Test
  void leavesUnsafeFixesToThoseWhoAsk() {
    assertThat(fixed(Fixer.safe(), "a", replacing(false, "a", "b"))).isEqualTo("a");
    assertThat(fixed(Fixer.unsafe(), "a", replacing(false, "a", "b"))).isEqualTo("b");
  }

  @Test
  void newLinesEndAsTheOthers() {
    assertThat(fixed(Fixer.safe(), "a\r\nb\r\n", replacing(true, "b", "c\nd")))
        .isEqualTo("a\r\nc\r\nd\r\n");
    assertThat(fixed(Fixer.safe(), "a\nb\n", replacing(true, "b", "c\nd"))).isEqualTo("a\nc\nd\n");
  }

  @Test
  void aFixThatBreaksTheFileIsNotMade() {
    Fixer.Lint lint =
        file -> {
          LintedFile linted = replacing(true, "a", "b").lint(file);
          return new LintedFile(
              file,
              linted.findings(),
              file.text().equals("b") ? TalosVerdict.LOAD_ERROR : TalosVerdict.VALID,
              List.of());
        };
    Repaired repaired = Fixer.safe().fix(SourceFile.of("f", "a"), lint);

    assertThat(repaired.changed()).isFalse();
    assertThat(repaired.repairs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void keepsTheEncodingAndItsMark(String charset) {
    byte[] bytes = "\uFEFFä a 😀\r\n".getBytes(Charset.forName(charset));
    Repaired repaired = Fixer.safe().fix(SourceFile.of("f", bytes), replacing(true, "a", "ö"));

    assertThat(repaired.bytes()).isEqualTo("\uFEFFä ö 😀\r\n".getBytes(Charset.forName(charset)));
  }

  @Test
  void leavesAFileAloneThatDoesNotDecode() {
    byte[] bytes = "a \u00e4".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Fixer.safe().fix(SourceFile.of("f", bytes), replacing(true, "a", "b")).changed())
        .isFalse();
  }
}
