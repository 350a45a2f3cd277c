package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosVersion;
import dev.regwright.testing.Agreement;
import java.util.Map;

/** Recorded answers that are a configuration as Talos writes it, compared with ours. */
interface WrittenAnswers {
  /** How one record is written. */
  CanonicalForm form(JsonNode record, TalosVersion version);

  /** Compares every record of an operation, in every version it was asked of. */
  static void compare(String operation, WrittenAnswers ours) {
    Agreement agreement = new Agreement("talos-" + operation);
    int number = 0;
    for (JsonNode record : UpstreamRecords.of(operation)) {
      for (Map.Entry<String, JsonNode> answer : record.get("expect").properties()) {
        TalosVersion version = UpstreamRecords.version(answer.getKey());
        agreement.count(
            number + "@" + answer.getKey(),
            ours.difference(record, version, answer.getValue().asText()));
      }
      number++;
    }
    assertThat(agreement.finish()).isEmpty();
  }

  private String difference(JsonNode record, TalosVersion version, String answer) {
    TalosFile file = TalosReader.read(UpstreamRecords.source(record), version, FileRole.CONFIG);
    String loading = UpstreamRecords.loadDifference(answer, file.findings());
    if (!loading.isEmpty() || answer.startsWith("LOAD ERROR: ")) {
      return loading;
    }
    String ours = form(record, version).of(file);
    String theirs = UpstreamRecords.registryPart(answer);
    return ours.equals(theirs) ? "" : "ours <" + ours + "> theirs <" + theirs + ">";
  }
}
