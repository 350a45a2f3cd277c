package dev.regwright.report;

import static dev.regwright.report.ReportFixtures.ERROR;
import static dev.regwright.report.ReportFixtures.INFO;
import static dev.regwright.report.ReportFixtures.WARNING;
import static dev.regwright.report.ReportFixtures.at;
import static dev.regwright.report.ReportFixtures.file;
import static dev.regwright.report.ReportFixtures.render;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Suppressed;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The reports other programs read, read by other programs. */
class MachineReportsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SourceFile source =
      SourceFile.of("dir name/a,b.yaml", "kind: X # \ud83d\ude00 y\nkind: X\n");
  private final LintedFile linted =
      file(
          source,
          ERROR
              .finding(at(source, "y"), "50% of <this> & \"that\" fails: a, b")
              .withHelp("line one")
              .withUpstream("its own words")
              .withRelated(at(source, "kind"), "here, too")
              .withFix(new Fix("write Z", true, List.of(new TextEdit(6, 7, "Z")))),
          WARNING.finding(source.span(6, 22), "over two lines"),
          INFO.finding(at(source, "X"), "note \u0001 this"));
  private final LintedFile clean = file(SourceFile.of("clean.yaml", "a: 1\n"));

  @Test
  void sarifHasRulesResultsAndRepairs() throws IOException {
    JsonNode run = JSON.readTree(render(ReportFormat.SARIF, linted, clean)).at("/runs/0");
    assertThat(run.at("/tool/driver/rules").size()).isEqualTo(RuleCatalogue.all().size());
    assertThat(run.at("/columnKind").asText()).isEqualTo("unicodeCodePoints");
    JsonNode result = run.at("/results/0");
    assertThat(result.at("/level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText()).contains("fails: a, b", "its own words");
    JsonNode physical = result.at("/locations/0/physicalLocation");
    assertThat(physical.at("/artifactLocation/uri").asText()).isEqualTo("dir%20name/a%2Cb.yaml");
    assertThat(physical.at("/region/startColumn").asInt())
        .isEqualTo(13); // one column for the emoji
    assertThat(result.at("/relatedLocations/0/message/text").asText()).isEqualTo("here, too");
    assertThat(result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text").asText())
        .isEqualTo("Z");
    assertThat(run.at("/results/2/level").asText()).isEqualTo("note");
    assertThat(run.at("/results").size()).isEqualTo(3);
  }

  @Test
  void sarifKeepsSuppressedFindingsWithTheirReasons() throws IOException {
    var hidden = ERROR.finding(at(source, "y"), "hidden");
    LintedFile some =
        linted.with(
            List.of(),
            List.of(
                new Suppressed(hidden, Suppressed.Kind.IN_SOURCE, "see https://u:CANARY@h"),
                new Suppressed(hidden, Suppressed.Kind.EXTERNAL, null)));
    JsonNode results = JSON.readTree(render(ReportFormat.SARIF, some)).at("/runs/0/results");
    assertThat(results.size()).isEqualTo(2);
    assertThat(results.at("/0/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(results.at("/0/suppressions/0/justification").asText())
        .isEqualTo("see https://***@h");
    assertThat(results.at("/1/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(results.at("/1/suppressions/0").size()).isEqualTo(1);
    for (ReportFormat format : ReportFormat.values()) {
      if (format != ReportFormat.SARIF) {
        assertThat(render(format, some)).as(format.label()).doesNotContain("hidden");
      }
    }
  }

  @Test
  void ruleIndexesPointToTheRule() throws IOException {
    var rule = RuleCatalogue.all().get(3);
    String report =
        render(ReportFormat.SARIF, file(source, rule.finding(at(source, "X"), "message")));
    JsonNode run = JSON.readTree(report).at("/runs/0");
    int index = run.at("/results/0/ruleIndex").asInt();
    assertThat(run.at("/tool/driver/rules/" + index + "/id").asText()).isEqualTo(rule.id());
  }

  @Test
  void fingerprintsSurviveShiftedLines() throws IOException {
    SourceFile shifted = SourceFile.of(source.name(), "\n\n" + source.text());
    var here = ERROR.finding(at(source, "X"), "message");
    var there = ERROR.finding(at(shifted, "X"), "reworded");
    JsonNode one = JSON.readTree(render(ReportFormat.GITLAB, file(source, here, here)));
    JsonNode two = JSON.readTree(render(ReportFormat.GITLAB, file(shifted, there)));
    assertThat(one.at("/0/fingerprint").asText()).isEqualTo(two.at("/0/fingerprint").asText());
    assertThat(one.at("/0/fingerprint")).isNotEqualTo(one.at("/1/fingerprint"));
  }

  @Test
  void gitlabIsAnArrayEvenWhenClean() throws IOException {
    assertThat(JSON.readTree(render(ReportFormat.GITLAB, clean))).isEmpty();
    JsonNode first = JSON.readTree(render(ReportFormat.GITLAB, linted)).get(0);
    assertThat(first.at("/severity").asText()).isEqualTo("major");
    assertThat(first.at("/location/lines/begin").asInt()).isEqualTo(1);
    assertThat(first.at("/location/path").asText()).isEqualTo("dir name/a,b.yaml");
  }

  @Test
  void githubCommandsAreEscaped() {
    String[] lines = render(ReportFormat.GITHUB, linted).split("\n", -1);
    assertThat(lines[0])
        .isEqualTo(
            "::error file=dir name/a%2Cb.yaml,line=1,endLine=1,col=13,endColumn=14,title=some-error"
                + "::50%25 of <this> & \"that\" fails: a, b%0Aupstream: its own words%0Ahelp: line one");
    assertThat(lines[1]).startsWith("::warning ").doesNotContain("col=");
    assertThat(lines[2]).startsWith("::notice ");
  }

  @Test
  void junitCountsAndIsWellFormed() throws Exception {
    Element suites = xml(render(ReportFormat.JUNIT, linted, clean)).getDocumentElement();
    assertThat(suites.getAttribute("tests")).isEqualTo("4");
    assertThat(suites.getAttribute("failures")).isEqualTo("3");
    assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    Element failure = (Element) suites.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("50% of <this> & \"that\" fails: a, b");
    assertThat(failure.getAttribute("type")).isEqualTo("error");
  }

  @Test
  void checkstyleIsWellFormed() throws Exception {
    Element root = xml(render(ReportFormat.CHECKSTYLE, linted, clean)).getDocumentElement();
    assertThat(root.getElementsByTagName("file").getLength()).isEqualTo(1);
    Element error = (Element) root.getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("source")).isEqualTo("regwright.some-error");
    assertThat(error.getAttribute("line")).isEqualTo("1");
    assertThat(xml(render(ReportFormat.CHECKSTYLE)).getDocumentElement().getTagName())
        .isEqualTo("checkstyle");
  }

  @Test
  void jsonLinesAreOneObjectEach() throws IOException {
    String[] lines = render(ReportFormat.JSON_LINES, linted, clean).split("\n", -1);
    assertThat(lines).hasSize(4);
    assertThat(JSON.readTree(lines[0]).at("/start/column").asInt()).isEqualTo(13);
    assertThat(JSON.readTree(lines[2]).at("/severity").asText()).isEqualTo("info");
  }

  @Test
  void markdownKeepsItsTable() {
    String report = render(ReportFormat.MARKDOWN, linted, clean);
    assertThat(report)
        .contains(
            "| error | `dir name/a,b.yaml:1` | `some-error` | 50% of &lt;this> &amp; \"that\"")
        .endsWith("1 error, 1 warning, 1 info in 1 of 2 files (Talos 1.14, containerd 2.3).\n");
    assertThat(render(ReportFormat.MARKDOWN, clean)).startsWith("No findings in 1 file");
  }

  private static Document xml(String text)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
