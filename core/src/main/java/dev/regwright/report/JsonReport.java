package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.lint.LintedFile;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Related;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.TextEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The report for programs. Its keys and their order are a contract; keys may be added. */
final class JsonReport implements Report {
  private final ReportSettings settings;
  private final Appendable out;
  private final JsonGenerator json;
  private final Tally tally = new Tally();
  private final List<Verdict> verdicts = new ArrayList<>();
  private boolean begun;

  JsonReport(ReportSettings settings, Appendable out) {
    this.settings = settings;
    this.out = out;
    this.json = JsonOutput.open(out);
  }

  private record Verdict(String path, String talos) {}

  @Override
  public void add(LintedFile file) throws IOException {
    begin();
    tally.add(file);
    verdicts.add(new Verdict(file.source().name(), file.talos().label()));
    if (!file.findings().isEmpty()) {
      Redactor redactor = new Redactor(file);
      for (Finding finding : file.findings()) {
        finding(finding, file.source(), redactor);
      }
      json.flush();
    }
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    json.writeStartObject();
    json.writeStringField("tool", "regwright");
    json.writeStringField("version", settings.version());
    json.writeStringField("talos", settings.talos());
    json.writeStringField("containerd", settings.containerd());
    json.writeArrayFieldStart("findings");
  }

  private void finding(Finding finding, SourceFile source, Redactor redactor) throws IOException {
    CleanTexts texts = new CleanTexts(finding, source, redactor);
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("stage", finding.stage().label());
    place(finding.span());
    json.writeStringField("message", texts.of(finding.message()));
    JsonOutput.text(json, "help", texts.ofNullable(finding.help()));
    JsonOutput.text(json, "upstream", texts.ofNullable(finding.upstream()));
    json.writeArrayFieldStart("related");
    for (Related related : finding.related()) {
      json.writeStartObject();
      place(related.span());
      json.writeStringField("message", texts.of(related.message()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("fixes");
    for (Fix fix : finding.fixes()) {
      fix(fix, texts, source, redactor.mayShow(fix));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A repair that would show a secret keeps its title and loses its edits. */
  private void fix(Fix fix, CleanTexts texts, SourceFile source, boolean shown) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", texts.of(fix.title()));
    json.writeBooleanField("safe", fix.safe());
    json.writeArrayFieldStart("edits");
    for (TextEdit edit : shown ? fix.edits() : List.<TextEdit>of()) {
      Span span = source.span(edit.start(), edit.end());
      json.writeStartObject();
      position("start", span.startLine(), span.startColumn(), edit.start());
      position("end", span.endLine(), span.endColumn(), edit.end());
      json.writeStringField("replacement", edit.replacement());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void place(Span span) throws IOException {
    json.writeStringField("path", span.path());
    position("start", span.startLine(), span.startColumn(), -1);
    position("end", span.endLine(), span.endColumn(), -1);
  }

  private void position(String name, int line, int column, int offset) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    if (offset >= 0) {
      json.writeNumberField("offset", offset);
    }
    json.writeEndObject();
  }

  @Override
  public void finish() throws IOException {
    begin();
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (Verdict verdict : verdicts) {
      json.writeStartObject();
      json.writeStringField("path", verdict.path());
      json.writeStringField("talos", verdict.talos());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
    json.writeNumberField("errors", tally.errors());
    json.writeNumberField("warnings", tally.warnings());
    json.writeNumberField("infos", tally.infos());
    json.writeNumberField("files", tally.files());
    if (settings.upgrade()) {
      json.writeNumberField("shared", tally.shared());
      json.writeNumberField("gone", tally.gone());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }
}
