package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.util.List;

/**
 * The whole of lint on any bytes: no exception, every place inside the file, the same answer twice.
 */
class LintFuzzTest {
  private static final List<Linter> LINTERS =
      List.of(Linter.forTalos("1.11"), Linter.forTalos("1.12.0"), Linter.forTalos("1.14"));

  @FuzzTest(maxDuration = "10m")
  void lintAnswersAnyBytes(byte[] bytes) {
    SourceFile source = SourceFile.of("fuzz.yaml", bytes);
    for (Linter linter : LINTERS) {
      LintedFile linted = linter.lint(source);
      for (Finding finding : linted.findings()) {
        assertThat(finding.rule()).isNotEqualTo(Linter.INTERNAL_ERROR.id());
        assertInside(source, finding.span());
      }
      assertThat(linter.lint(source).findings()).isEqualTo(linted.findings());
    }
  }

  private static void assertInside(SourceFile source, Span span) {
    assertThat(span.startLine()).isBetween(1, source.lineCount());
    assertThat(span.endLine()).isBetween(span.startLine(), source.lineCount());
    int width = source.lineText(span.startLine()).length();
    assertThat(span.startColumn()).isBetween(1, width + 2);
  }
}
