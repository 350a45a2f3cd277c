package dev.regwright.report;

import static dev.regwright.report.ReportFixtures.ERROR;
import static dev.regwright.report.ReportFixtures.INFO;
import static dev.regwright.report.ReportFixtures.at;
import static dev.regwright.report.ReportFixtures.file;
import static dev.regwright.report.ReportFixtures.render;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.TalosFile.TextRange;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private final SourceFile source = SourceFile.of("a.yaml", "kind: X\npassword: CANARY\n");

  @Test
  void writesTheContract() {
    var finding =
        ERROR
            .finding(at(source, "X"), "no such kind")
            .withRelated(at(source, "kind"), "here")
            .withFix(new Fix("write Y", true, List.of(new TextEdit(6, 7, "Y"))));

    assertThat(render(ReportFormat.JSON, file(source, finding)))
        .isEqualTo(
            """
            {
              "tool": "regwright",
              "version": "1.2.3",
              "talos": "1.14",
              "containerd": "2.3",
              "findings": [
                {
                  "rule": "some-error",
                  "severity": "error",
                  "stage": "load",
                  "path": "a.yaml",
                  "start": {
                    "line": 1,
                    "column": 7
                  },
                  "end": {
                    "line": 1,
                    "column": 8
                  },
                  "message": "no such kind",
                  "help": null,
                  "upstream": null,
                  "related": [
                    {
                      "path": "a.yaml",
                      "start": {
                        "line": 1,
                        "column": 1
                      },
                      "end": {
                        "line": 1,
                        "column": 5
                      },
                      "message": "here"
                    }
                  ],
                  "fixes": [
                    {
                      "title": "write Y",
                      "safe": true,
                      "edits": [
                        {
                          "start": {
                            "line": 1,
                            "column": 7,
                            "offset": 6
                          },
                          "end": {
                            "line": 1,
                            "column": 8,
                            "offset": 7
                          },
                          "replacement": "Y"
                        }
                      ]
                    }
                  ]
                }
              ],
              "files": [
                {
                  "path": "a.yaml",
                  "talos": "load-error"
                }
              ],
              "summary": {
                "errors": 1,
                "warnings": 0,
                "infos": 0,
                "files": 1
              }
            }
            """);
  }

  @Test
  void isWholeWithoutAnyFile() throws IOException {
    JsonNode json = parse(render(ReportFormat.JSON));

    assertThat(json.get("findings")).isEmpty();
    assertThat(json.get("files")).isEmpty();
    assertThat(json.get("summary").get("files").asInt()).isZero();
  }

  @Test
  void namesWhatTalosSaysOfEveryFile() throws IOException {
    SourceFile other = SourceFile.of("b.yaml", "");
    JsonNode json =
        parse(
            render(
                ReportFormat.JSON,
                file(source, INFO.finding(at(source, "X"), "m")),
                new LintedFile(other, List.of(), TalosVerdict.NONE, List.of())));

    assertThat(json.get("files").toString())
        .isEqualTo(
            "[{\"path\":\"a.yaml\",\"talos\":\"load-error\"},{\"path\":\"b.yaml\",\"talos\":\"none\"}]");
    assertThat(json.get("summary").toString())
        .isEqualTo("{\"errors\":0,\"warnings\":0,\"infos\":1,\"files\":2}");
  }

  @Test
  void keepsAnyTextAndStaysAscii() throws IOException {
    SourceFile odd = SourceFile.of("ü\u202E\u001B\".yaml", "x");
    String text =
        render(ReportFormat.JSON, file(odd, ERROR.finding(at(odd, "x"), "…\n\uD83D\uDE00")));

    assertThat(text).matches("[ -~\\n]*");
    JsonNode finding = parse(text).get("findings").get(0);
    assertThat(finding.get("path").asText()).isEqualTo("ü\u202E\u001B\".yaml");
    assertThat(finding.get("message").asText()).isEqualTo("…\n\uD83D\uDE00");
  }

  @Test
  void withholdsRepairsThatWouldShowASecret() throws IOException {
    int start = source.text().indexOf("CANARY");
    var finding =
        ERROR
            .finding(at(source, "password"), "m")
            .withFix(new Fix("move it", true, List.of(new TextEdit(0, 0, "x: CANARY\n"))))
            .withFix(new Fix("guess it", false, List.of(new TextEdit(0, 0, "token: zzz"))))
            .withFix(new Fix("show", true, List.of(new TextEdit(0, 4, "sort"))));
    LintedFile file =
        new LintedFile(
            source,
            List.of(finding),
            TalosVerdict.VALID,
            List.of(new TextRange(start, start + "CANARY".length())));
    String text = render(ReportFormat.JSON, file);
    JsonNode fixes = parse(text).get("findings").get(0).get("fixes");

    assertThat(text).doesNotContain("CANARY", "zzz");
    assertThat(fixes.get(0).get("title").asText()).isEqualTo("move it");
    assertThat(fixes.get(0).get("edits")).isEmpty();
    assertThat(fixes.get(1).get("edits")).isEmpty();
    assertThat(fixes.get(2).get("edits")).hasSize(1);
  }

  private static JsonNode parse(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
