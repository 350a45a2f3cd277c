package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.report.ReportFormat;
import dev.regwright.run.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LintReportsTest {
  @TempDir private Path dir;
  private Path broken;

  @BeforeEach
  void file() {
    broken = Samples.write(dir, "broken.yaml", Samples.BROKEN);
  }

  @Test
  void writesSeveralReportsAtOnce() {
    Path sarif = dir.resolve("out.sarif");
    Path text = dir.resolve("out.txt");
    Run run =
        Run.with(
            "",
            Map.of(),
            true,
            "lint",
            broken,
            "--format",
            "sarif=" + sarif,
            "--format=concise",
            "--format=text=" + text,
            "--color=always");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith(broken + ":3:1: error unknown-key ").hasLineCount(1);
    assertThat(sarif).content().contains("\"ruleId\": \"unknown-key\"").endsWith("}\n");
    assertThat(text).content().startsWith("error[unknown-key]").doesNotContain("\u001B");
    assertThat(dir.toFile().list()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void writesTheSameToAFileAsToStandardOutput(ReportFormat format) {
    Path file = dir.resolve("report");
    Run stdout = Run.of("lint", broken, "--format", format.label());
    Run filed = Run.of("lint", broken, "--format", format.label() + "=" + file);

    assertThat(stdout.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(filed).isEqualTo(new Run(ExitCode.FINDINGS, "", ""));
    assertThat(file).content().isEqualTo(stdout.out()).contains("unknown-key");
  }

  @Test
  void choosesGithubsAnnotationsOnItsRunners() {
    Map<String, String> github = Map.of("GITHUB_ACTIONS", "true");

    assertThat(Run.with("", github, false, "lint", broken, "--format", "auto").out())
        .startsWith("::error file=");
    assertThat(Run.with("", Map.of(), false, "lint", broken, "--format", "auto").out())
        .startsWith("error[unknown-key]");
    assertThat(Run.with("", github, false, "lint", broken).out()).startsWith("error[unknown-key]");
  }

  @ParameterizedTest
  @CsvSource({
    "text, json, two reports want standard output",
    "text=-, auto, two reports want standard output",
    "json=a.json, text=./b/../a.json, two reports want the file",
    "text=, json, --format text= names no file",
    "auto=x, json, auto is for standard output",
    "sarfi, json, '--format takes text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, markdown, auto, not ''sarfi'''",
  })
  void saysWhatIsWrongWithTheFormats(String one, String other, String message) {
    Run run = Run.of("lint", broken, "--format", one, "--format", other);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void saysWhenAReportCannotBeWritten() {
    Run run = Run.of("lint", broken, "--format", "json=" + dir.resolve("no/such.json"));

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("such.json: cannot be written: the directory");
  }

  @Test
  void neverOverwritesAnInput() {
    Run run = Run.of("lint", dir, "--format", "json=" + broken);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--format would overwrite");
    assertThat(broken).hasContent(Samples.BROKEN.stripTrailing());
  }
}
