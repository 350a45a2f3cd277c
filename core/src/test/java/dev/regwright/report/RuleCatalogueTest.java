package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regwright.lint.Linter;
import dev.regwright.source.RuleInfo;
import dev.regwright.talos.LoadRules;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
  @Test
  void findsEveryRuleByItsId() {
    assertThat(RuleCatalogue.all()).containsAll(LoadRules.ALL).contains(Linter.INTERNAL_ERROR);
    for (RuleInfo rule : RuleCatalogue.all()) {
      assertThat(RuleCatalogue.find(rule.id())).isSameAs(rule);
    }
    assertThat(RuleCatalogue.find("no-such-rule")).isNull();
  }

  @Test
  void listsRulesAsJson() throws IOException {
    StringBuilder out = new StringBuilder();
    RuleListing.json(RuleCatalogue.all(), out);
    JsonNode json = new ObjectMapper().readTree(out.toString());

    assertThat(json).hasSameSizeAs(RuleCatalogue.all());
    assertThat(json.get(0).fieldNames())
        .toIterable()
        .containsExactly("rule", "severity", "stage", "summary", "documentation");
    assertThat(out).endsWith("]\n");
  }

  @Test
  void listsRulesAsMarkdown() throws IOException {
    StringBuilder out = new StringBuilder();
    RuleListing.markdown(RuleCatalogue.all(), out);

    assertThat(out.toString().lines()).hasSize(RuleCatalogue.all().size() + 2);
    assertThat(out).contains("| `unknown-key` | error | load | ");
  }
}
