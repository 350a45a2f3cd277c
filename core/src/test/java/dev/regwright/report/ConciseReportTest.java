package dev.regwright.report;

import static dev.regwright.report.ReportFixtures.ERROR;
import static dev.regwright.report.ReportFixtures.WARNING;
import static dev.regwright.report.ReportFixtures.at;
import static dev.regwright.report.ReportFixtures.file;
import static dev.regwright.report.ReportFixtures.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import org.junit.jupiter.api.Test;

class ConciseReportTest {
  private final SourceFile source = SourceFile.of("dir/a.yaml", "kind: X\nname: y\n");

  @Test
  void printsOneLinePerFinding() {
    assertThat(
            render(
                ReportFormat.CONCISE,
                file(
                    source,
                    ERROR.finding(at(source, "X"), "no such kind").withHelp("unseen"),
                    WARNING.finding(at(source, "y"), "odd name"))))
        .isEqualTo(
            """
            dir/a.yaml:1:7: error some-error no such kind
            dir/a.yaml:2:7: warning some-warning odd name
            """);
  }

  @Test
  void saysNothingWhenThereIsNothing() {
    assertThat(render(ReportFormat.CONCISE, file(source))).isEmpty();
  }

  @Test
  void keepsEveryFindingOnItsLine() {
    SourceFile hostile = SourceFile.of("a\n.yaml", "x");

    assertThat(
            render(
                ReportFormat.CONCISE,
                file(hostile, ERROR.finding(at(hostile, "x"), "at https://u:pw@h\r\u001B"))))
        .isEqualTo("a␊.yaml:1:1: error some-error at https://***@h␍␛\n");
  }
}
