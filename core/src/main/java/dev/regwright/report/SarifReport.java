package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.lint.Fingerprint;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Suppressed;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Related;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.TextEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 (OASIS), with what GitHub's code scanning wants beyond the standard: rules with help,
 * columns in code points, fingerprints that survive shifted lines.
 */
final class SarifReport implements Report {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String UNRESERVED = "-._~/";

  private final ReportSettings settings;
  private final Appendable out;
  private final JsonGenerator json;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<String, Integer> indexes = new HashMap<>();
  private boolean begun;

  SarifReport(ReportSettings settings, Appendable out) {
    this.settings = settings;
    this.out = out;
    this.json = JsonOutput.open(out);
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "regwright");
    json.writeStringField("version", settings.version());
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : RuleCatalogue.all()) {
      indexes.put(rule.id(), indexes.size());
      rule(rule);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
  }

  private void rule(RuleInfo rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    text("shortDescription", rule.summary());
    String page = RuleCatalogue.page(rule);
    if (page != null) {
      json.writeObjectFieldStart("help");
      json.writeStringField("text", rule.summary());
      json.writeStringField("markdown", page);
      json.writeEndObject();
    }
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString(rule.stage().label());
    json.writeEndArray();
    json.writeStringField("problem.severity", problem(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static String problem(Severity severity) {
    return severity == Severity.INFO ? "recommendation" : severity.label();
  }

  private void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  @Override
  public void add(LintedFile file) throws IOException {
    begin();
    if (file.findings().isEmpty() && file.suppressed().isEmpty()) {
      return;
    }
    Results results = new Results(file, new Redactor(file), fingerprints.of(file));
    for (Finding finding : file.findings()) {
      result(finding, null, results);
    }
    for (Suppressed suppressed : file.suppressed()) {
      result(suppressed.finding(), suppressed, results);
    }
    json.flush();
  }

  /** What the results of one file have in common. */
  private record Results(LintedFile file, Redactor redactor, Fingerprint fingerprint) {}

  private void result(Finding finding, @Nullable Suppressed suppressed, Results results)
      throws IOException {
    SourceFile source = results.file().source();
    CleanTexts texts = new CleanTexts(finding, source, results.redactor());
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    Integer index = indexes.get(finding.rule());
    if (index != null) {
      json.writeNumberField("ruleIndex", index);
    }
    json.writeStringField("level", level(finding.severity()));
    text("message", Shown.of(finding, texts).lines());
    json.writeArrayFieldStart("locations");
    location(finding.span());
    json.writeEndArray();
    if (!finding.related().isEmpty()) {
      json.writeArrayFieldStart("relatedLocations");
      for (Related related : finding.related()) {
        related(related, texts);
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("primaryLocationLineHash", results.fingerprint().of(finding));
    json.writeEndObject();
    if (suppressed != null) {
      suppression(suppressed, texts);
    }
    fixes(finding, source, results.redactor(), texts);
    json.writeEndObject();
  }

  /** Section 3.35 of the standard. */
  private void suppression(Suppressed suppressed, CleanTexts texts) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    boolean inSource = suppressed.kind() == Suppressed.Kind.IN_SOURCE;
    json.writeStringField("kind", inSource ? "inSource" : "external");
    String reason = texts.ofNullable(suppressed.reason());
    if (reason != null) {
      json.writeStringField("justification", reason);
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void location(Span span) throws IOException {
    json.writeStartObject();
    physical(span);
    json.writeEndObject();
  }

  private void related(Related related, CleanTexts texts) throws IOException {
    json.writeStartObject();
    physical(related.span());
    text("message", texts.of(related.message()));
    json.writeEndObject();
  }

  private void physical(Span span) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifact(span.path());
    json.writeObjectFieldStart("region");
    region(span);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void artifact(String path) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(path));
    json.writeEndObject();
  }

  private void region(Span span) throws IOException {
    json.writeNumberField("startLine", span.startLine());
    json.writeNumberField("startColumn", span.startColumn());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
  }

  /** Repairs that would show a secret are left out. */
  private void fixes(Finding finding, SourceFile source, Redactor redactor, CleanTexts texts)
      throws IOException {
    List<Fix> shown = finding.fixes().stream().filter(redactor::mayShow).toList();
    if (shown.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("fixes");
    for (Fix fix : shown) {
      json.writeStartObject();
      text("description", texts.of(fix.title()));
      json.writeArrayFieldStart("artifactChanges");
      json.writeStartObject();
      artifact(finding.span().path());
      json.writeArrayFieldStart("replacements");
      for (TextEdit edit : fix.edits()) {
        json.writeStartObject();
        json.writeObjectFieldStart("deletedRegion");
        region(source.span(edit.start(), edit.end()));
        json.writeEndObject();
        text("insertedContent", edit.replacement());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A relative reference, percent-encoded. */
  private static String uri(String path) {
    String relative = Fingerprints.relative(path);
    StringBuilder uri = new StringBuilder(relative.length() + 16);
    for (byte b : relative.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return uri.toString();
  }

  @Override
  public void finish() throws IOException {
    begin();
    json.writeEndArray();
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }
}
