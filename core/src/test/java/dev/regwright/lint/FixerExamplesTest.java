package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repairs of the examples on the rules' pages: they help, they harm nothing, they end. */
class FixerExamplesTest {
  static Stream<RuleExample> examples() {
    return RulePage.all().stream()
        .flatMap(page -> page.examples().stream())
        .filter(example -> !example.file().name().endsWith(".sh"));
  }

  /** What could not be seen before: a mirror got the name its images look for, or its true URL. */
  private static final Set<String> REVEALED =
      Set.of("endpoint-is-upstream", "upstream-before-mirrors", "duplicate-endpoint");

  static Stream<RuleExample> repairable() {
    return examples().filter(e -> e.findings().stream().anyMatch(f -> !f.fixes().isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("repairable")
  void safely(RuleExample example) {
    check(example, Fixer.safe(), false);
  }

  @ParameterizedTest
  @MethodSource("repairable")
  void unsafely(RuleExample example) {
    check(example, Fixer.unsafe(), true);
  }

  @Test
  void someExamplesAreRepairable() {
    assertThat(repairable().map(RuleExample::page).collect(Collectors.toSet()))
        .contains("path-needs-override", "mirror-name-never-matches");
  }

  private static void check(RuleExample example, Fixer fixer, boolean unsafe) {
    Repaired repaired = fixer.fix(example.file(), example::lint);
    List<Finding> before = repaired.before().findings();
    List<Finding> after = repaired.after().findings();

    boolean anyAllowed = before.stream().anyMatch(finding -> allowed(finding, unsafe));
    assertThat(repaired.changed()).isEqualTo(anyAllowed);
    assertThat(after).noneMatch(finding -> allowed(finding, unsafe));
    for (String rule :
        new HashSet<>(repaired.repairs().stream().map(r -> r.finding().rule()).toList())) {
      long mended =
          repaired.repairs().stream().filter(r -> r.finding().rule().equals(rule)).count();
      assertThat(count(after, rule)).as(rule).isLessThanOrEqualTo(count(before, rule) - mended);
    }
    List<String> known = new ArrayList<>(before.stream().map(FixerExamplesTest::words).toList());
    assertThat(
            after.stream()
                .filter(finding -> !REVEALED.contains(finding.rule()))
                .map(FixerExamplesTest::words)
                .filter(words -> !known.remove(words)))
        .as("new findings")
        .isEmpty();
    String expected = byHand(repaired);
    assertThat(repaired.after().source().text()).isEqualTo(expected);
    assertThat(repaired.bytes()).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    assertThat(fixer.fix(repaired.after().source(), example::lint).changed()).isFalse();
    windows(example, fixer, expected);
  }

  private static void windows(RuleExample example, Fixer fixer, String expected) {
    String text = example.file().text().replace("\n", "\r\n");
    Repaired repaired = fixer.fix(SourceFile.of(example.file().name(), text), example::lint);
    assertThat(repaired.after().source().text()).isEqualTo(expected.replace("\n", "\r\n"));
  }

  private static boolean allowed(Finding finding, boolean unsafe) {
    return finding.fixes().stream().anyMatch(fix -> unsafe || fix.safe());
  }

  private static long count(List<Finding> findings, String rule) {
    return findings.stream().filter(finding -> finding.rule().equals(rule)).count();
  }

  private static String words(Finding finding) {
    return finding.rule() + ": " + finding.message();
  }

  /** Everything but the edits stays as it is, to the byte. */
  private static String byHand(Repaired repaired) {
    StringBuilder text = new StringBuilder(repaired.before().source().text());
    repaired.repairs().stream()
        .flatMap(repair -> repair.fix().edits().stream())
        .distinct()
        .sorted(Comparator.comparingInt(TextEdit::start).reversed())
        .forEach(edit -> text.replace(edit.start(), edit.end(), edit.replacement()));
    return text.toString();
  }
}
