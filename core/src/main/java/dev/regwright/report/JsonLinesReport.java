package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.lint.LintedFile;
import java.io.IOException;

/** One JSON object per finding and line, for pipes; the keys are those of the JSON report. */
final class JsonLinesReport implements Report {
  private final Appendable out;

  JsonLinesReport(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(LintedFile file) throws IOException {
    for (Shown shown : Shown.of(file)) {
      JsonGenerator json = JsonOutput.openOnOneLine(out);
      json.writeStartObject();
      json.writeStringField("rule", shown.finding().rule());
      json.writeStringField("severity", shown.finding().severity().label());
      json.writeStringField("stage", shown.finding().stage().label());
      json.writeStringField("path", shown.finding().span().path());
      place(json, "start", shown.line(), shown.column());
      place(json, "end", shown.finding().span().endLine(), shown.finding().span().endColumn());
      json.writeStringField("message", shown.message());
      JsonOutput.text(json, "help", shown.help());
      JsonOutput.text(json, "upstream", shown.upstream());
      json.writeEndObject();
      json.close();
      out.append('\n');
    }
  }

  private static void place(JsonGenerator json, String name, int line, int column)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    json.writeEndObject();
  }

  @Override
  public void finish() {}
}
