package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.lint.Fingerprint;
import dev.regwright.lint.LintedFile;
import dev.regwright.source.Severity;
import java.io.IOException;

/** GitLab's Code Quality report: an array, empty when there is nothing to say. */
final class GitlabReport implements Report {
  private final Appendable out;
  private final JsonGenerator json;
  private final Fingerprints fingerprints = new Fingerprints();
  private boolean begun;

  GitlabReport(Appendable out) {
    this.out = out;
    this.json = JsonOutput.open(out);
  }

  @Override
  public void add(LintedFile file) throws IOException {
    begin();
    Fingerprint fingerprint = fingerprints.of(file);
    for (Shown shown : Shown.of(file)) {
      json.writeStartObject();
      json.writeStringField("description", shown.finding().rule() + ": " + shown.message());
      json.writeStringField("check_name", shown.finding().rule());
      json.writeStringField("fingerprint", fingerprint.of(shown.finding()));
      json.writeStringField("severity", severity(shown.finding().severity()));
      json.writeObjectFieldStart("location");
      json.writeStringField("path", Fingerprints.relative(shown.finding().span().path()));
      json.writeObjectFieldStart("lines");
      json.writeNumberField("begin", shown.line());
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.flush();
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      json.writeStartArray();
    }
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }

  @Override
  public void finish() throws IOException {
    begin();
    json.writeEndArray();
    json.close();
    out.append('\n');
  }
}
