package dev.regwright.report;

import static dev.regwright.report.ReportFixtures.ERROR;
import static dev.regwright.report.ReportFixtures.INFO;
import static dev.regwright.report.ReportFixtures.WARNING;
import static dev.regwright.report.ReportFixtures.at;
import static dev.regwright.report.ReportFixtures.file;
import static dev.regwright.report.ReportFixtures.render;
import static dev.regwright.report.ReportFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final SourceFile MIRROR =
      SourceFile.of(
          "talos/mirrors.yaml",
          """
          apiVersion: v1alpha1
          kind: RegistryMirrorConfig
          name: ghcr.io
          endpoints:
            - url: https://harbor.example.org/v2/ghcr
          skipFallback: true
          name: quay.io
          """);

  @Test
  void showsThePlaceAndWhatToDo() {
    var finding =
        WARNING
            .finding(at(MIRROR, "/v2/ghcr"), "requests go to /v2/ghcr/v2/…")
            .withHelp("add overridePath: true");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding)))
        .isEqualTo(
            """
            warning[some-warning]: requests go to /v2/ghcr/v2/…
             --> talos/mirrors.yaml:5:36
              |
            5 |   - url: https://harbor.example.org/v2/ghcr
              |                                    ^^^^^^^^
              |
              = help: add overridePath: true
              = rule: regwright rules some-warning

            Found 1 warning in 1 file (Talos 1.14, containerd 2.3).
            """);
  }

  /** A front end may give each finding a place of its own; together they are the whole text. */
  @Test
  void handsItselfOverInParts() throws IOException {
    Finding first = ERROR.finding(at(MIRROR, "quay.io"), "m");
    Finding second = INFO.finding(at(MIRROR, "/v2/ghcr"), "n");
    List<String> parts = new ArrayList<>();
    Report report =
        Reports.text(
            settings(),
            new TextBlocks() {
              @Override
              public void finding(Finding finding, CharSequence text) {
                assertThat(text.toString())
                    .startsWith(finding.severity().label())
                    .contains(": " + finding.message() + "\n")
                    .endsWith("\n\n");
                parts.add(text.toString());
              }

              @Override
              public void summary(CharSequence text) {
                assertThat(text.toString()).startsWith("Found 1 error, 1 info in 1 file");
                parts.add(text.toString());
              }
            });
    report.add(file(MIRROR, first, second));
    assertThat(parts).hasSize(2);
    report.finish();
    assertThat(parts).hasSize(3);
    assertThat(String.join("", parts))
        .isEqualTo(render(ReportFormat.TEXT, file(MIRROR, first, second)));
  }

  @Test
  void showsRelatedPlacesInTheOrderOfTheFile() {
    var finding =
        ERROR
            .finding(at(MIRROR, "name: quay.io"), "this key is already defined")
            .withRelated(at(MIRROR, "name"), "first defined here")
            .withUpstream("yaml: line 7: mapping key \"name\"\nalready defined at line 3\n");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding)))
        .startsWith(
            """
            error[some-error]: this key is already defined
             --> talos/mirrors.yaml:7:1
              |
            3 | name: ghcr.io
              | ---- first defined here
              ...
            7 | name: quay.io
              | ^^^^^^^^^^^^^
              |
              = talos: yaml: line 7: mapping key "name"
                       already defined at line 3
              = rule: regwright rules some-error

            """);
  }

  @Test
  void namesRelatedPlacesInOtherFiles() {
    var finding =
        ERROR
            .finding(at(MIRROR, "quay.io"), "defined twice")
            .withRelated(new Span("other.yaml", 3, 7, 3, 14), "the first one");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding)))
        .contains("  = note: other.yaml:3:7: the first one\n");
  }

  @Test
  void marksSeveralPlacesOnOneLineAndOnNeighbours() {
    var finding =
        INFO.finding(at(MIRROR, "apiVersion"), "m")
            .withRelated(at(MIRROR, "kind"), "below")
            .withRelated(at(MIRROR, "v1alpha1"), "beside");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding)))
        .contains(
            """
              |
            1 | apiVersion: v1alpha1
              | ^^^^^^^^^^
              |             -------- beside
            2 | kind: RegistryMirrorConfig
              | ---- below
              |
            """);
  }

  @Test
  void alignsTheGutterWithTheLongestLineNumber() {
    SourceFile source = SourceFile.of("a.yaml", "config: 1\n".repeat(120));
    var finding =
        ERROR
            .finding(new Span("a.yaml", 120, 1, 120, 7), "m")
            .withRelated(new Span("a.yaml", 9, 1, 9, 7), "r");

    assertThat(render(ReportFormat.TEXT, file(source, finding)))
        .contains(
            """
               --> a.yaml:120:1
                |
              9 | config: 1
                | ------ r
                ...
            120 | config: 1
                | ^^^^^^
                |
                = rule: regwright rules some-error
            """);
  }

  @Test
  void marksAnInsertionAndTheEndOfTheFile() {
    SourceFile source = SourceFile.of("a.yaml", "name: x\n");

    assertThat(
            render(
                ReportFormat.TEXT, file(source, ERROR.finding(source.span(8, 8), "more to come"))))
        .contains(" --> a.yaml:2:1\n  |\n2 |\n  | ^\n  |\n");
    assertThat(render(ReportFormat.TEXT, file(source, ERROR.finding(source.span(5, 5), "m"))))
        .contains("1 | name: x\n  |      ^\n");
  }

  @Test
  void marksTheFirstLineOfASpanOfSeveral() {
    SourceFile source = SourceFile.of("a.yaml", "  a: [1,\n  2]\n");

    assertThat(render(ReportFormat.TEXT, file(source, ERROR.finding(source.span(5, 12), "m"))))
        .contains("1 |   a: [1,\n  |      ^^^\n  |\n");
  }

  @Test
  void hasNothingToShowOfAnEmptyFile() {
    SourceFile source = SourceFile.of("a.yaml", "");

    assertThat(
            render(ReportFormat.TEXT, file(source, ERROR.finding(Span.startOf("a.yaml"), "empty"))))
        .startsWith(
            """
            error[some-error]: empty
             --> a.yaml:1:1
              |
              = rule: regwright rules some-error
            """);
  }

  @Test
  void survivesASpanOutsideOfTheFile() {
    var finding = ERROR.finding(new Span("talos/mirrors.yaml", 99, 5, 99, 9), "m");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding))).contains("mirrors.yaml:99:5\n");
    finding = ERROR.finding(new Span("talos/mirrors.yaml", 1, 500, 1, 501), "m");
    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding))).contains("apiVersion");
  }

  @Test
  void doesNotPointToARuleForAFailureOfOurs() {
    var finding =
        Linter.INTERNAL_ERROR.finding(Span.startOf("talos/mirrors.yaml"), "rule x failed");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding)))
        .contains("internal-error")
        .doesNotContain("regwright rules");
  }

  @Test
  void sumsUp() {
    LintedFile clean = file(MIRROR);
    LintedFile bad =
        file(
            MIRROR,
            ERROR.finding(at(MIRROR, "kind"), "m"),
            ERROR.finding(at(MIRROR, "name"), "m"),
            WARNING.finding(at(MIRROR, "url"), "m"));

    assertThat(render(ReportFormat.TEXT, clean))
        .isEqualTo("All good: no findings in 1 file (Talos 1.14, containerd 2.3).\n");
    assertThat(render(ReportFormat.TEXT, clean, clean))
        .isEqualTo("All good: no findings in 2 files (Talos 1.14, containerd 2.3).\n");
    assertThat(render(ReportFormat.TEXT, bad, clean, clean))
        .endsWith("\nFound 2 errors, 1 warning in 1 of 3 files (Talos 1.14, containerd 2.3).\n");
    assertThat(render(ReportFormat.TEXT)).isEmpty();
  }

  @Test
  void namesTheVersionAsShortAsItCan() {
    Target exact =
        Target.talos(TalosVersion.of("1.12.1"))
            .withContainerd(ContainerdVersion.parse("2.1.4").orElseThrow());

    assertThat(render(ReportFormat.TEXT, new ReportSettings("1", exact, false, true), file(MIRROR)))
        .contains("(Talos 1.12.1, containerd 2.1.4)");
  }

  @Test
  void staysQuietWhenToldTo() {
    ReportSettings quiet =
        new ReportSettings("1", ReportFixtures.settings().target(), false, false);

    assertThat(render(ReportFormat.TEXT, quiet, file(MIRROR))).isEmpty();
  }

  @Test
  void coloursOnlyWhenToldTo() {
    ReportSettings color = new ReportSettings("1", ReportFixtures.settings().target(), true, true);
    var finding =
        ERROR.finding(at(MIRROR, "kind"), "m").withHelp("h").withRelated(at(MIRROR, "name"), "r");
    String colored = render(ReportFormat.TEXT, color, file(MIRROR, finding));
    String plain = render(ReportFormat.TEXT, file(MIRROR, finding));

    assertThat(plain).doesNotContain("\u001B");
    assertThat(colored).contains("\u001B[1;31merror[some-error]\u001B[0m");
    assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void neutralisesTheNamesAndTextsOfHostileFiles() {
    SourceFile source = SourceFile.of("a\u001B[2J\n.yaml", "k: \u001B[31mred\u202Ekcab\n");
    var finding =
        ERROR
            .finding(at(source, "red"), "mess\u001Bage\r\n")
            .withHelp("he\u0007lp")
            .withUpstream("up\u009Bstream\nnext");
    String text = render(ReportFormat.TEXT, file(source, finding));

    assertThat(text).doesNotContain("\u001B", "\u202E", "\u0007", "\u009B", "\r");
    assertThat(text)
        .contains("1 | k: ␛[31mred<U+202E>kcab\n  |         ^^^\n")
        .contains("--> a␛[2J␊.yaml:1:9\n")
        .contains("= talos: up<U+009B>stream\n           next\n");
  }

  @Test
  void masksCredentialsInMessages() {
    var finding =
        ERROR
            .finding(at(MIRROR, "kind"), "goes to https://u:CANARY@h/v2")
            .withHelp("not https://u:CANARY@h")
            .withUpstream("parse \"https://u:CANARY@h\"")
            .withRelated(at(MIRROR, "name"), "https://CANARY@h");

    assertThat(render(ReportFormat.TEXT, file(MIRROR, finding)))
        .contains("goes to https://***@h/v2")
        .doesNotContain("CANARY");
  }
}
