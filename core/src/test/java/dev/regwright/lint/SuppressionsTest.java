package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
  private static final Linter LINTER = Linter.forTalos("1.14");
  private static final String HEAD = "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\n";
  private static final String BAD = "  - url: https://h.example.org/v2/x";

  private static LintedFile lint(String text) {
    return LINTER.lint(SourceFile.of("f.yaml", text));
  }

  private static List<String> rules(LintedFile file) {
    return file.findings().stream().map(Finding::rule).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BAD + " # regwright: ignore path-needs-override -- why not",
        BAD + " #regwright:ignore path-needs-override   --   why not  ",
        BAD + "\t# regwright: ignore endpoint-scheme , path-needs-override -- why not",
        "  # regwright: ignore path-needs-override -- why not\n" + BAD,
        "# regwright: ignore path-needs-override -- why not\n\n  # another\n" + BAD,
      })
  void hidesAFindingAndKeepsItWithItsReason(String endpoint) {
    for (String end : List.of("\n", "\r\n")) {
      LintedFile file =
          lint((HEAD + "name: docker.io\nendpoints:\n" + endpoint + "\n").replace("\n", end));

      assertThat(rules(file)).doesNotContain("path-needs-override");
      assertThat(file.suppressed()).hasSize(1);
      assertThat(file.suppressed().get(0).finding().rule()).isEqualTo("path-needs-override");
      assertThat(file.suppressed().get(0).reason()).isEqualTo("why not");
      assertThat(file.suppressed().get(0).kind()).isEqualTo(Suppressed.Kind.IN_SOURCE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BAD + " # regwright: ignore endpoint-port",
        BAD + "\n# regwright: ignore path-needs-override",
        "# regwright: ignore-file path-needs-override\n" + BAD,
        "# regwright: ignore path-needs-override\n  - url: https://ok.example.org\n" + BAD,
      })
  void doesNotHideWhatItDoesNotSpeakOf(String endpoint) {
    assertThat(rules(lint(HEAD + "name: docker.io\nendpoints:\n" + endpoint + "\n")))
        .contains("path-needs-override");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---\n", "# hello\n\n", "%YAML 1.1\n---\n"})
  void hidesInAWholeFileFromItsTop(String before) {
    String text = HEAD + "name: docker.io\nendpoints:\n" + BAD + "\n" + BAD + "2\n";
    LintedFile file = lint(before + "# regwright: ignore-file path-needs-override -- all\n" + text);

    assertThat(rules(file)).doesNotContain("path-needs-override", "unused-suppression");
    assertThat(file.suppressed()).hasSize(2).allMatch(s -> "all".equals(s.reason()));
  }

  @Test
  void hidesWhatTalosSaysWithoutChangingItsVerdict() {
    LintedFile file = lint(HEAD + "nome: x # regwright: ignore unknown-key\nname: docker.io\n");

    assertThat(rules(file)).doesNotContain("unknown-key");
    assertThat(file.talos()).isEqualTo(TalosVerdict.LOAD_ERROR);
    assertThat(file.suppressed().get(0).reason()).isNull();
  }

  @Test
  void aBrokenFileCanBeIgnoredFromItsTop() {
    LintedFile file = lint("# regwright: ignore-file yaml-syntax\na: [\n# regwright: ignore x\n");

    assertThat(rules(file)).isEmpty();
    assertThat(file.suppressed()).isNotEmpty();
  }

  @Test
  void countsWithinEmbeddedPatches() {
    String patch = HEAD + "name: docker.io\nendpoints:\n" + BAD;
    String text = "clusterName: x\npatches:\n  - |-\n    " + patch.replace("\n", "\n    ");

    assertThat(rules(lint(text + "\n"))).containsExactly("path-needs-override");
    LintedFile file = lint(text + " # regwright: ignore path-needs-override -- in there\n");
    assertThat(file.findings()).isEmpty();
    assertThat(file.suppressed().get(0).finding().span().startLine()).isEqualTo(8);
    LintedFile unused = lint(text.replace("/v2/x", "") + " # regwright: ignore endpoint-port\n");
    assertThat(rules(unused)).containsExactly("unused-suppression");
    assertThat(unused.findings().get(0).span().startLine()).isEqualTo(8);
  }

  @Test
  void doesNotJudgeRulesThatDoNotSpeak() {
    String text = HEAD + "name: docker.io # regwright: ignore endpoint-port\n";
    SourceFile file = SourceFile.of("f.yaml", text);

    assertThat(rules(LINTER.lint(file))).contains("unused-suppression");
    assertThat(LINTER.selecting(id -> !id.equals("endpoint-port")).lint(file).findings()).isEmpty();
    assertThat(LINTER.selecting(id -> !id.equals("unused-suppression")).lint(file).findings())
        .isEmpty();
    assertThat(LINTER.withRules(List.of()).lint(file).findings()).isEmpty();
  }

  @Test
  void mayItselfBeHidden() {
    LintedFile file =
        lint(
            "# regwright: ignore-file unused-suppression -- generated\n"
                + HEAD
                + "name: docker.io # regwright: ignore endpoint-port\n");

    assertThat(file.findings()).isEmpty();
    assertThat(file.suppressed()).hasSize(1);
  }

  @Test
  void hidesInHostsTomlButNotFromWithinStrings() {
    String url = "[host.\"https://h.example.org/v2/x\"]\n";
    SourceFile bad = SourceFile.of("hosts.toml", url);
    String rule = LINTER.containerd().lint(bad, null).findings().get(0).rule();
    SourceFile file = SourceFile.of("hosts.toml", "# regwright: ignore " + rule + " -- x\n" + url);
    SourceFile string =
        SourceFile.of(
            "hosts.toml", "server = '''\n# regwright: ignore-file " + rule + "\n'''\n" + url);

    assertThat(LINTER.containerd().lint(file, null).suppressed()).hasSize(1);
    assertThat(LINTER.containerd().lint(file, null).findings()).isEmpty();
    assertThat(rules(LINTER.containerd().lint(string, null))).contains(rule);
  }

  /** Quadratic work would take minutes here. */
  @Test
  @Timeout(20)
  void takesLinearTime() {
    String endpoint = BAD + " # regwright: ignore path-needs-override\n";
    String comments = "# regwright: ignore nonsense-%d -- x\n".repeat(20_000);
    LintedFile file =
        lint(
            comments
                + "# regwright: ignore-file endpoint-port\n".repeat(2000)
                + HEAD
                + "name: docker.io\nendpoints:\n"
                + endpoint.repeat(20_000));

    assertThat(file.suppressed()).hasSizeGreaterThanOrEqualTo(20_000);
    assertThat(file.findings().stream().filter(f -> f.rule().equals("unused-suppression")))
        .hasSize(22_000);
  }

  @Test
  void neverHidesAFailureOfOurs() {
    Rule failing =
        new Rule() {
          @Override
          public RuleInfo info() {
            return Linter.INTERNAL_ERROR;
          }

          @Override
          public void check(Subject subject, Consumer<Finding> out) {
            throw new IllegalStateException("x");
          }
        };
    String text = "# regwright: ignore-file internal-error\n" + HEAD + "name: docker.io\n";

    assertThat(rules(LINTER.withRules(List.of(failing)).lint(SourceFile.of("f.yaml", text))))
        .contains("internal-error");
  }
}
