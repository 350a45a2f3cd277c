package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regwright.lint.settings.Baseline;
import dev.regwright.lint.settings.SettingsException;
import dev.regwright.model.Target;
import dev.regwright.report.Report;
import dev.regwright.report.ReportFormat;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.TalosctlFlags;
import dev.regwright.testing.SarifSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SARIF of whatever the rules find is valid, held against the schema of OASIS. */
class SarifOfExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Target TARGET = Linter.forTalos("1.14").target();

  private static List<RuleExample> examples() {
    return RulePage.all().stream().flatMap(page -> page.examples().stream()).toList();
  }

  private static LintedFile lint(RuleExample example) {
    if (!example.file().name().endsWith(".sh")) {
      return example.lint(example.file());
    }
    List<Finding> findings =
        TalosctlFlags.read(example.file(), example.linter().target().talos()).findings();
    return new LintedFile(example.file(), findings, TalosVerdict.NONE, List.of());
  }

  private static String sarif(List<LintedFile> files) {
    StringBuilder out = new StringBuilder();
    try {
      var settings = new ReportSettings("1.2.3-SNAPSHOT+x", TARGET, false, true);
      Report report = Reports.open(ReportFormat.SARIF, settings, out);
      for (LintedFile file : files) {
        report.add(file);
      }
      report.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** The results of a report on all these files, which must be valid and tell everything. */
  private static List<JsonNode> results(List<LintedFile> files) throws IOException {
    String report = sarif(files);
    assertThat(SarifSchema.problems(report)).isEmpty();
    List<JsonNode> results = new ArrayList<>();
    JSON.readTree(report).at("/runs/0/results").forEach(results::add);
    int expected = files.stream().mapToInt(f -> f.findings().size() + f.suppressed().size()).sum();
    assertThat(results).hasSize(expected);
    return results;
  }

  /** GitLab and GitHub take two findings with one fingerprint for one. */
  @Test
  void ofEveryExample() throws IOException {
    List<LintedFile> files = examples().stream().map(SarifOfExamplesTest::lint).toList();
    List<JsonNode> results = results(files);

    assertThat(results).allMatch(result -> result.at("/ruleIndex").isInt());
    Set<String> prints = new HashSet<>();
    for (JsonNode result : results) {
      String print = result.at("/partialFingerprints/primaryLocationLineHash").asText();
      assertThat(print).matches("[0-9a-f]{32}");
      assertThat(prints.add(print)).as(result.toString()).isTrue();
    }
    Set<String> rules = new HashSet<>();
    results.forEach(result -> rules.add(result.at("/ruleId").asText()));
    Set<String> pages = new HashSet<>(RulePage.all().stream().map(RulePage::id).toList());
    pages.remove("patch-refused"); // only found beside a patch, see LintPatchesTest
    assertThat(rules).containsAll(pages);
  }

  @Test
  void ofBaselinedFiles() throws IOException, SettingsException {
    List<LintedFile> recorded = new ArrayList<>();
    List<LintedFile> accepted = new ArrayList<>();
    for (RuleExample example : examples()) {
      LintedFile file = lint(example);
      var recorder = new Baseline.Recorder();
      recorded.add(recorder.record(file, "f"));
      Baseline baseline = Baseline.read(SourceFile.of("baseline", recorder.text()));
      accepted.add(baseline.accept(file, "f").file());
    }

    assertThat(results(recorded)).allMatch(result -> result.at("/suppressions").size() == 1);
    assertThat(results(accepted))
        .allMatch(result -> result.at("/suppressions").size() == 1)
        .anyMatch(result -> result.at("/suppressions/0/kind").asText().equals("external"));
  }

  @Test
  void ofRepairedFiles() throws IOException {
    List<LintedFile> after = new ArrayList<>();
    int changed = 0;
    for (RuleExample example : examples()) {
      if (!example.file().name().endsWith(".sh")) {
        Repaired repaired = Fixer.unsafe().fix(example.file(), example::lint);
        changed += repaired.changed() ? 1 : 0;
        after.add(repaired.after());
      }
    }

    assertThat(changed).isPositive();
    results(after);
  }

  @Test
  void ofSuppressedFindings() throws IOException {
    String text =
        """
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: docker.io
        endpoints:
          # regwright: ignore path-needs-override -- an old "proxy" \\ without /v2
          - url: https://a.example.org/v2/x
          - url: https://b.example.org/v2/x # regwright: ignore path-needs-override
        """;

    assertThat(results(List.of(Linter.of(TARGET).lint(SourceFile.of("a.yaml", text)))))
        .hasSize(2)
        .allMatch(result -> result.at("/suppressions/0/kind").asText().equals("inSource"));
  }

  @Test
  void ofFilesOfAnyName() throws IOException {
    List<LintedFile> files = new ArrayList<>();
    for (String name :
        List.of(
            "a b%.yaml",
            "./a.yaml",
            "../a.yaml",
            "/abs/a.yaml",
            "ü/\u4e2d\ud83d\ude00.yaml",
            "a:b.yaml",
            "C:\\a\\b.yaml",
            "<stdin>",
            "#?[]@!$&'()*+,;=.yaml",
            "\ud800.yaml",
            "a\nb.yaml")) {
      files.add(
          Linter.of(TARGET).lint(SourceFile.of(name, "kind: RegistryMirrorConfig\nnome: x\n")));
    }

    assertThat(results(files)).hasSizeGreaterThanOrEqualTo(files.size());
  }

  @Test
  void ofNothing() throws IOException {
    assertThat(results(List.of())).isEmpty();
    assertThat(results(List.of(Linter.of(TARGET).lint(SourceFile.of("a.yaml", "a: 1\n")))))
        .isEmpty();
  }

  /** A validator that accepts everything would be no test. */
  @Test
  void theSchemaRefusesWhatIsWrong() throws IOException {
    assertThat(afterPutting("/runs/0", "columnkind", "unicodeCodePoints")).hasSize(1);
    assertThat(afterPutting("", "version", "2.1.1")).hasSize(1);
    assertThat(afterPutting("", "$schema", "no uri")).as("formats").hasSize(1);
    assertThat(afterPutting("/runs/0/tool/driver", "guid", "x")).as("patterns").hasSize(1);
  }

  private static List<String> afterPutting(String object, String key, String value)
      throws IOException {
    JsonNode report = JSON.readTree(sarif(List.of()));
    ((ObjectNode) report.at(object)).put(key, value);
    return SarifSchema.problems(report.toString());
  }
}
