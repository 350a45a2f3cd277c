package dev.regwright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.regwright.diff.Applying;
import dev.regwright.diff.Comparison;
import dev.regwright.diff.Place;
import dev.regwright.diff.PullerDiff;
import dev.regwright.diff.RegistryDiff;
import dev.regwright.diff.RequestDiff;
import dev.regwright.trace.Hop;
import dev.regwright.trace.NodeFacts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for programs. Its keys and their order are a contract; keys may be added. */
final class DiffJson {
  private final Appendable out;
  private final JsonGenerator json;

  DiffJson(Appendable out) {
    this.out = out;
    this.json = JsonOutput.open(out);
  }

  void write(Comparison comparison, DiffNames names) throws IOException {
    json.writeStartObject();
    side("old", names.before(), comparison.before());
    side("new", names.after(), comparison.after());
    json.writeBooleanField("same", comparison.same());
    Applying applying = comparison.applying();
    json.writeObjectFieldStart("apply");
    json.writeStringField("reboot", applying.reboot().word());
    json.writeStringField("why", applying.why());
    json.writeStringField("upstream", applying.upstream());
    json.writeEndObject();
    json.writeArrayFieldStart("registries");
    for (RegistryDiff diff : comparison.registries()) {
      registry(diff);
    }
    json.writeEndArray();
    texts("unmatched", comparison.unmatched());
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  private void side(String name, String path, NodeFacts facts) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("path", path);
    JsonOutput.text(json, "talos", facts.talos() == null ? null : facts.talos().toString());
    json.writeStringField("containerd", facts.containerd().toString());
    json.writeEndObject();
  }

  private void registry(RegistryDiff diff) throws IOException {
    json.writeStartObject();
    json.writeStringField("registry", clean(diff.registry()));
    JsonOutput.text(json, "image", diff.image() == null ? null : clean(diff.image()));
    json.writeBooleanField("same", diff.same());
    if (diff.machined() == null) {
      json.writeNullField("machined");
    } else {
      puller("machined", diff.machined(), diff.image() != null);
    }
    puller("cri", diff.cri(), diff.image() != null);
    json.writeEndObject();
    json.flush();
  }

  private void puller(String name, PullerDiff diff, boolean image) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeBooleanField("same", diff.same());
    json.writeArrayFieldStart("requests");
    for (RequestDiff request : diff.requests()) {
      json.writeStartObject();
      json.writeStringField("change", request.change().word());
      texts("what", request.what());
      place("old", request.before(), image);
      place("new", request.after(), image);
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("what", diff.what());
    pair("error", diff.before(), diff.after());
    pair("reach", diff.reachBefore().words(), diff.reachAfter().words());
    json.writeEndObject();
  }

  private void place(String name, @Nullable Place place, boolean image) throws IOException {
    if (place == null) {
      json.writeNullField(name);
      return;
    }
    Hop hop = place.request().hop();
    json.writeObjectFieldStart(name);
    json.writeNumberField("number", place.number());
    json.writeStringField("url", clean(image ? place.request().url() : hop.prefix()));
    json.writeStringField("role", hop.role().label());
    HopJson.access(json, hop);
    json.writeStringField("why", clean(hop.cause().why()));
    HopJson.from(json, hop.cause().at());
    json.writeEndObject();
  }

  private void pair(String name, @Nullable String before, @Nullable String after)
      throws IOException {
    json.writeObjectFieldStart(name);
    JsonOutput.text(json, "old", before == null ? null : clean(before));
    JsonOutput.text(json, "new", after == null ? null : clean(after));
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(clean(text));
    }
    json.writeEndArray();
  }

  private static String clean(String text) {
    return Userinfo.masked(RegistryDiff.withoutName(text));
  }
}
