package dev.regwright.talos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The records of one command among the answers of the real Talos. */
final class UpstreamRecords {
  private UpstreamRecords() {}

  static List<JsonNode> of(String command) {
    List<JsonNode> records = new ArrayList<>();
    for (JsonNode record : TestData.jsonLines("upstream/talos-cases.jsonl.gz")) {
      if (record.get("cmd").asText().equals(command)) {
        records.add(record);
      }
    }
    return records;
  }

  static TalosVersion version(String label) {
    return TalosVersion.of(label.equals("head") ? "1.15" : label);
  }

  static SourceFile source(JsonNode record) {
    byte[] bytes =
        record.has("input_hex")
            ? HexFormat.of().parseHex(record.get("input_hex").asText())
            : record.get("input").asText().getBytes(StandardCharsets.UTF_8);
    return SourceFile.of("input.yaml", bytes);
  }

  static List<String> arguments(JsonNode record) {
    List<String> arguments = new ArrayList<>();
    record.path("args").forEach(argument -> arguments.add(argument.asText()));
    return arguments;
  }

  /**
   * What differs between two answers to loading a file. Full texts are compared by the validate
   * suite; here it is enough that the same sort of problem is found.
   */
  static String loadDifference(String answer, List<Finding> findings) {
    UpstreamAnswer upstream = new UpstreamAnswer(answer);
    List<Finding> load = findings.stream().filter(f -> f.stage() == Stage.LOAD).toList();
    if (!upstream.isLoadError()) {
      return load.isEmpty() ? "" : "no load error expected, found " + load;
    }
    return load.stream().anyMatch(f -> upstream.rules().contains(f.rule()))
        ? ""
        : "load error expected: " + answer + ", found " + load;
  }

  /**
   * The registry part of what Talos wrote: of a machine configuration only {@code
   * machine.registries}, laid out as Talos does. The rest of it is carried by us, not written.
   */
  static String registryPart(String text) {
    List<String> parts = new ArrayList<>();
    for (String document : text.split("(?m)^---\n", -1)) {
      boolean machine = document.startsWith("version: ") || document.startsWith("machine:");
      parts.add(machine ? registries(document) : document);
    }
    return String.join("---\n", parts);
  }

  private static String registries(String document) {
    StringBuilder kept = new StringBuilder();
    boolean inside = false;
    for (String line : document.split("(?<=\n)", -1)) {
      if (line.startsWith("    registries:")) {
        inside = true;
      } else if (inside && !line.startsWith("     ") && !line.isBlank()) {
        inside = false;
      }
      if (inside) {
        kept.append(line);
      }
    }
    return kept.isEmpty() ? "machine: {}\n" : "machine:\n" + kept;
  }
}
