package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.rules.Rules;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LinterTest {
  private static final String MIRROR =
      "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: docker.io\nendpoints:\n  - url: https://m/v2/x\n";

  /** A rule that fails. */
  private static final class Failing implements Rule {
    @Override
    public RuleInfo info() {
      return new RuleInfo("failing", "Fails", Severity.ERROR, Stage.PULL);
    }

    @Override
    public void check(Subject subject, Consumer<Finding> out) {
      throw new IllegalStateException("hunter2");
    }
  }

  private static LintedFile lint(Linter linter, String text) {
    return linter.lint(SourceFile.of("f.yaml", text));
  }

  @Test
  void aRuleThatFailsIsNamedAndTheOthersSpeak() {
    List<Rule> rules = new ArrayList<>(Rules.ALL);
    rules.add(0, new Failing());
    LintedFile linted = lint(Linter.forTalos("1.14").withRules(rules), MIRROR);
    assertThat(linted.findings())
        .extracting(Finding::rule)
        .containsExactly("internal-error", "path-needs-override");
    assertThat(linted.findings().get(0).message()).contains("failing").doesNotContain("hunter2");
  }

  @Test
  void onlySelectedRulesSpeakButTheVerdictStays() {
    Linter linter = Linter.forTalos("1.14").selecting(id -> id.equals("path-needs-override"));
    LintedFile linted = lint(linter, MIRROR + "foo: 1\n");
    assertThat(linted.findings()).extracting(Finding::rule).containsExactly("path-needs-override");
    assertThat(linted.talos()).isEqualTo(TalosVerdict.LOAD_ERROR);
  }

  @Test
  void verdictsFollowTheStages() {
    Linter linter = Linter.forTalos("1.14");
    assertThat(lint(linter, MIRROR).talos()).isEqualTo(TalosVerdict.VALID);
    assertThat(lint(linter, MIRROR.replace("https:", "ftp:")).talos())
        .isEqualTo(TalosVerdict.INVALID);
    assertThat(lint(linter, "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\n").talos())
        .isEqualTo(TalosVerdict.NONE);
    assertThat(lint(linter, "").findings())
        .extracting(Finding::rule)
        .containsExactly("no-document");
  }

  @Test
  void aForeignFileIsNotJudged() {
    assertThat(
            lint(Linter.forTalos("1.14"), "kind: Service\nspec: {}\n---\nfoo: 1\nfoo2: [1]\n")
                .findings())
        .isEmpty();
  }
}
