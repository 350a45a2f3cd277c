package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.trace.Hop;
import dev.regwright.trace.Outcome;
import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Request;
import dev.regwright.trace.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace for programs. Its keys and their order are a contract; keys may be added. */
final class TraceJson {
  private final Appendable out;
  private final JsonGenerator json;

  TraceJson(Appendable out) {
    this.out = out;
    this.json = JsonOutput.open(out);
  }

  void write(List<Scenario> images) throws IOException {
    json.writeStartArray();
    for (Scenario scenario : images) {
      json.writeStartObject();
      json.writeStringField("image", masked(scenario.trace().image()));
      JsonOutput.text(json, "registry", scenario.trace().registry());
      PullerTrace machined = scenario.trace().machined();
      if (machined == null) {
        json.writeNullField("machined");
      } else {
        puller("machined", machined, scenario.machined(), false);
      }
      puller("cri", scenario.trace().cri(), scenario.cri(), true);
      json.writeEndObject();
      json.flush();
    }
    json.writeEndArray();
    json.close();
    out.append('\n');
  }

  private void puller(String name, PullerTrace trace, @Nullable Outcome outcome, boolean cri)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeArrayFieldStart("requests");
    for (int i = 0; i < trace.requests().size(); i++) {
      request(trace.requests().get(i), i == 0 ? trace.notes() : List.of());
    }
    json.writeEndArray();
    if (cri) {
      JsonOutput.text(json, "hosts_dir", trace.hostsDir());
    }
    JsonOutput.text(json, "error", trace.error() == null ? null : masked(trace.error()));
    if (outcome != null) {
      json.writeObjectFieldStart("outcome");
      JsonOutput.text(json, "served", outcome.served() == null ? null : outcome.served().url());
      JsonOutput.text(json, "error", outcome.error() == null ? null : masked(outcome.error()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void request(Request request, List<String> more) throws IOException {
    Hop hop = request.hop();
    json.writeStartObject();
    json.writeStringField("url", masked(request.url()));
    json.writeStringField("scheme", hop.scheme());
    json.writeStringField("host", hop.host());
    json.writeStringField("path", hop.path());
    json.writeArrayFieldStart("capabilities");
    for (String capability : hop.capabilities()) {
      json.writeString(capability);
    }
    json.writeEndArray();
    HopJson.access(json, hop);
    json.writeStringField("role", hop.role().label());
    HopJson.from(json, hop.cause().at());
    json.writeArrayFieldStart("notes");
    for (String note : notes(request, more)) {
      json.writeString(masked(note));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Why the host is asked, first. */
  private static List<String> notes(Request request, List<String> more) {
    Hop hop = request.hop();
    List<String> notes = new ArrayList<>();
    notes.add(hop.cause().why());
    notes.addAll(hop.notes());
    if (hop.auth().trouble() != null) {
      notes.add("if it asks for credentials: " + hop.auth().trouble());
    }
    if (!request.manifest()) {
      notes.add("not asked for this manifest");
    }
    if (hop.unsent() != null) {
      notes.add("no request is ever sent: " + hop.unsent());
    }
    notes.addAll(more);
    return notes;
  }

  private static String masked(String text) {
    return Userinfo.masked(text);
  }
}
