package dev.regwright.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.UrlRules;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.Agreement;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every recorded answer of the real containerd, for every version recorded. */
class ContainerdConformanceTest {
  private static final String ROOT = "${DIR}";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Messages of containerd itself; all others are of its TOML library. */
  private static final Pattern OWN =
      Pattern.compile(
          "unknown capability|invalid type|invalid pair|unable to |time: |invalid `host` tree"
              + "|failed to load X509|open |read |stat ");

  @Test
  void everyRecordAgrees() {
    Agreement agreement = new Agreement("containerd");
    for (JsonNode record : TestData.jsonLines("upstream/containerd-cases.jsonl.gz")) {
      for (Map.Entry<String, JsonNode> answer : record.get("expect").properties()) {
        String id = record.get("name").asText() + "@" + answer.getKey();
        agreement.count(id, difference(record, answer.getKey(), answer.getValue()));
      }
    }
    assertThat(agreement.finish()).isEmpty();
  }

  /** The recorded programs were built with Go 1.19. */
  private static Behaviour behaviour(String tag) {
    return Behaviour.of(ContainerdVersion.parse(tag).orElseThrow()).withUrls(UrlRules.GO_1_19);
  }

  private static String difference(JsonNode record, String tag, JsonNode expected) {
    Behaviour behaviour = behaviour(tag);
    JsonNode ours =
        switch (record.get("kind").asText()) {
          case "parse" -> parse(record, behaviour);
          case "resolve" -> resolve(record, behaviour);
          default -> paths(record, behaviour);
        };
    List<JsonNode> right = new ArrayList<>();
    if (expected.has("anyOf")) {
      expected.get("anyOf").forEach(right::add);
    } else {
      right.add(expected);
    }
    return right.stream().anyMatch(r -> same(r, ours))
        ? ""
        : "expected " + expected + ", ours " + ours;
  }

  private static boolean same(JsonNode theirs, JsonNode ours) {
    if (theirs.has("error")) {
      return sameError(theirs.get("error"), ours.path("error"));
    }
    JsonNode log = theirs.path("log");
    if (log.size() != ours.path("log").size()
        || !theirs.get(body(theirs)).equals(ours.get(body(theirs)))) {
      return false;
    }
    for (int i = 0; i < log.size(); i++) {
      JsonNode line = ours.get("log").get(i);
      boolean sameLine =
          log.get(i).get("level").equals(line.get("level"))
              && log.get(i).get("message").equals(line.get("message"))
              && (!log.get(i).has("error")
                  || sameError(log.get(i).get("error"), line.get("error")));
      if (!sameLine) {
        return false;
      }
    }
    return true;
  }

  private static String body(JsonNode answer) {
    return answer.has("paths") ? "paths" : "hosts";
  }

  /** Where we give a text, it is the recorded one; of the TOML library's we may give none. */
  private static boolean sameError(JsonNode theirs, JsonNode ours) {
    if (ours.isMissingNode()) {
      return false;
    }
    boolean own = OWN.matcher(theirs.asText()).lookingAt();
    return ours.equals(theirs) || (!own && ours.isNull());
  }

  private static JsonNode parse(JsonNode record, Behaviour behaviour) {
    byte[] bytes = bytes(record.get("files").get(HostsFile.NAME));
    String directory = record.get("args").get(0).asText();
    HostsFile file = HostsFile.read(SourceFile.of(HostsFile.NAME, bytes), directory, behaviour);
    ObjectNode answer = JSON.createObjectNode();
    if (!file.decodes()) {
      return answer.put("error", file.errorText().orElse(null));
    }
    ArrayNode hosts = answer.putArray("hosts");
    file.entries().forEach(entry -> hosts.add(entry(entry)));
    return answer;
  }

  private static JsonNode entry(HostEntry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("scheme", entry.scheme()).put("host", entry.host()).put("path", entry.path());
    capabilities(node, entry.capabilities());
    ArrayNode ca = node.putArray("ca");
    entry.ca().forEach(ca::add);
    ArrayNode client = node.putArray("client");
    entry
        .client()
        .forEach(
            files ->
                client
                    .addArray()
                    .add(files.certificate())
                    .add(files.key() == null ? "" : files.key()));
    node.put("skipVerify", entry.skipVerify());
    ObjectNode header = node.putObject("header");
    entry
        .header()
        .forEach(
            (name, values) -> {
              ArrayNode list = header.putArray(name);
              values.forEach(list::add);
            });
    if (entry.dialTimeout() != null) {
      node.put("dialTimeout", String.valueOf(entry.dialTimeout().toNanos()));
    }
    return node.deepCopy();
  }

  private static void capabilities(ObjectNode node, Set<Capability> capabilities) {
    ArrayNode list = node.putArray("capabilities");
    capabilities.forEach(c -> list.add(c.label()));
  }

  private static JsonNode resolve(JsonNode record, Behaviour behaviour) {
    Resolution resolution =
        HostResolver.resolve(
            tree(record),
            List.of(record.get("args").get(0).asText()),
            record.get("args").get(1).asText(),
            behaviour);
    ObjectNode answer = JSON.createObjectNode();
    if (resolution.error() != null) {
      return answer.put("error", resolution.error());
    }
    ArrayNode hosts = answer.putArray("hosts");
    for (ResolvedHost host : resolution.hosts()) {
      ObjectNode node = hosts.addObject().put("url", host.url());
      capabilities(node, host.capabilities());
      node.put("httpFallback", host.httpFallback());
    }
    ArrayNode log = answer.putArray("log");
    resolution
        .log()
        .forEach(
            line ->
                log.addObject()
                    .put("level", line.level())
                    .put("message", line.message())
                    .put("error", line.error()));
    return answer;
  }

  private static MemoryFiles tree(JsonNode record) {
    MemoryFiles files = new MemoryFiles().directory(ROOT);
    for (Map.Entry<String, JsonNode> entry : record.get("files").properties()) {
      String path = ROOT + "/" + entry.getKey();
      if (entry.getValue().has("directory")) {
        files.directory(path);
      } else if (!entry.getValue().has("symlink")) { // those recorded lead nowhere
        files.file(path, bytes(entry.getValue()));
      }
    }
    return files;
  }

  private static byte[] bytes(JsonNode content) {
    return content.has("base64")
        ? Base64.getDecoder().decode(content.get("base64").asText())
        : content.asText().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode paths(JsonNode record, Behaviour behaviour) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode paths = answer.putArray("paths");
    HostDirectories.candidates(
            record.get("args").get(0).asText(),
            record.get("args").get(1).asText(),
            behaviour.version())
        .forEach(paths::add);
    return answer;
  }
}
