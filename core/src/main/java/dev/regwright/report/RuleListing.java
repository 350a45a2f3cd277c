package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.source.RuleInfo;
import java.io.IOException;
import java.util.List;

/** Rules as data, for programs and web pages. */
public final class RuleListing {
  private RuleListing() {}

  /** An array of objects with the rules' name cards and documentation pages. */
  public static void json(List<RuleInfo> rules, Appendable out) throws IOException {
    JsonGenerator json = JsonOutput.open(out);
    json.writeStartArray();
    for (RuleInfo rule : rules) {
      json.writeStartObject();
      json.writeStringField("rule", rule.id());
      json.writeStringField("severity", rule.severity().label());
      json.writeStringField("stage", rule.stage().label());
      json.writeStringField("summary", rule.summary());
      JsonOutput.text(json, "documentation", RuleCatalogue.page(rule));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.close();
    out.append('\n');
  }

  /** A Markdown table. */
  public static void markdown(List<RuleInfo> rules, Appendable out) throws IOException {
    out.append("| rule | severity | stage | summary |\n");
    out.append("|---|---|---|---|\n");
    for (RuleInfo rule : rules) {
      out.append("| `").append(rule.id());
      out.append("` | ").append(rule.severity().label());
      out.append(" | ").append(rule.stage().label());
      out.append(" | ").append(rule.summary().replace("|", "\\|"));
      out.append(" |\n");
    }
  }
}
