package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.source.Span;
import dev.regwright.trace.Hop;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The keys that tell of a host in every report for programs. */
final class HopJson {
  private HopJson() {}

  /** With which credentials and which TLS a host is asked. */
  static void access(JsonGenerator json, Hop hop) throws IOException {
    json.writeStringField("auth", hop.auth().kind().label());
    Span auth = hop.auth().from();
    JsonOutput.text(json, "auth_from", auth == null ? null : auth.path() + ":" + auth.startLine());
    json.writeObjectFieldStart("tls");
    json.writeBooleanField("ca", hop.tls().ca());
    json.writeBooleanField("client", hop.tls().client());
    json.writeBooleanField("skip_verify", hop.tls().skipVerify());
    json.writeEndObject();
  }

  /** Which line of the configuration has a host asked; null when none does. */
  static void from(JsonGenerator json, @Nullable Span at) throws IOException {
    if (at == null) {
      json.writeNullField("from");
      return;
    }
    json.writeObjectFieldStart("from");
    json.writeStringField("path", at.path());
    json.writeNumberField("line", at.startLine());
    json.writeEndObject();
  }
}
