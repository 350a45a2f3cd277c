package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.report.RuleCatalogue;
import dev.regwright.source.RuleInfo;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
  @Test
  void listsAllRules() {
    Run run = Run.of("rules");

    assertThat(run.code()).isZero();
    for (RuleInfo rule : RuleCatalogue.all()) {
      assertThat(run.out()).containsPattern("(?m)^" + rule.id() + " +" + rule.severity().label());
    }
  }

  @Test
  void explainsEveryRule() {
    for (RuleInfo rule : RuleCatalogue.all()) {
      Run run = Run.of("rules", rule.id());

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith(rule.id() + "\n\n" + rule.severity().label() + " · " + rule.stage().label())
          .doesNotContain("\u001B");
    }
  }

  @Test
  void writesDataForPrograms() {
    assertThat(Run.of("rules", "--format", "json").out())
        .startsWith("[\n")
        .contains("\"rule\": \"unknown-key\"");
    assertThat(Run.of("rules", "unknown-key", "--format", "json").out())
        .contains("\"rule\": \"unknown-key\"")
        .doesNotContain("wrong-type\",");
    assertThat(Run.of("rules", "--format", "markdown").out()).contains("| `unknown-key` |");
    assertThat(Run.of("rules", "unknown-key", "--format", "markdown").out())
        .contains("unknown-key");
  }

  @Test
  void coloursWhenToldTo() {
    assertThat(Run.of("rules", "unknown-key", "--color", "always").out()).contains("\u001B[1m");
  }
}
