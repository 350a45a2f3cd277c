package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.RuleExample.Marker;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples on the rules' pages do what the pages say. */
class RuleExamplesTest {
  static Stream<RuleExample> examples() {
    return RulePage.all().stream().flatMap(page -> page.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findingsAreTheAnnouncedOnes(RuleExample example) {
    List<Finding> unexpected = new ArrayList<>(example.findings());
    List<Marker> unmet = new ArrayList<>(example.markers());
    unmet.sort(Comparator.comparing(marker -> marker.words().isEmpty())); // the choosy ones first
    unmet.removeIf(marker -> removeFirst(unexpected, marker));
    assertThat(unexpected.stream().map(RuleExamplesTest::shown)).as("unexpected").isEmpty();
    assertThat(unmet).as("announced and not found").isEmpty();
  }

  private static boolean removeFirst(List<Finding> findings, Marker marker) {
    for (Finding finding : findings) {
      if (marker.announces(finding)) {
        return findings.remove(finding);
      }
    }
    return false;
  }

  private static String shown(Finding finding) {
    return finding.span().startLine() + " " + finding.rule() + ": " + finding.message();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void badExamplesShowTheirRuleAndGoodOnesNone(RuleExample example) {
    List<String> rules = example.markers().stream().map(Marker::rule).toList();
    if (example.bad()) {
      assertThat(rules).contains(example.page());
    } else {
      assertThat(example.section()).isEqualTo("Good");
      assertThat(rules).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> repairsRemoveTheirFindingAndBreakNothing() {
    return examples()
        .flatMap(
            example ->
                example.findings().stream()
                    .flatMap(
                        finding -> finding.fixes().stream().map(f -> repair(example, finding, f))));
  }

  private static DynamicTest repair(RuleExample example, Finding finding, Fix fix) {
    String name = example + ", line " + finding.span().startLine() + ": " + fix.title();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String repaired = applied(example.file().text(), fix);
          SourceFile file =
              SourceFile.of(example.file().name(), repaired.getBytes(StandardCharsets.UTF_8));
          List<Finding> after = example.lint(file).findings();
          assertThat(after).noneMatch(other -> samePlace(other, finding));
          assertThat(refusals(after)).isLessThanOrEqualTo(refusals(example.findings()));
        });
  }

  private static String applied(String text, Fix fix) {
    StringBuilder edited = new StringBuilder(text);
    fix.edits().stream()
        .sorted(Comparator.comparingInt(TextEdit::start).reversed())
        .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
    return edited.toString();
  }

  private static boolean samePlace(Finding a, Finding b) {
    return a.rule().equals(b.rule())
        && a.span().startLine() == b.span().startLine()
        && a.message().equals(b.message());
  }

  private static long refusals(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.stage() == Stage.LOAD || f.stage() == Stage.VALIDATE)
        .count();
  }
}
