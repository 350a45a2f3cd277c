package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosVersion;
import dev.regwright.testing.Agreement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every recorded answer of the real Talos to hiding secrets. */
class RedactConformanceTest {
  @Test
  void everyRedactRecordAgrees() {
    Agreement agreement = new Agreement("talos-redact");
    int number = 0;
    for (JsonNode record : UpstreamRecords.of("redact")) {
      for (Map.Entry<String, JsonNode> answer : record.get("expect").properties()) {
        TalosVersion version = UpstreamRecords.version(answer.getKey());
        agreement.count(
            number + "@" + answer.getKey(),
            difference(record, version, answer.getValue().asText()));
      }
      number++;
    }
    assertThat(agreement.finish()).isEmpty();
  }

  private static String difference(JsonNode record, TalosVersion version, String answer) {
    TalosFile file = TalosReader.read(UpstreamRecords.source(record), version, FileRole.CONFIG);
    String loading = UpstreamRecords.loadDifference(answer, file.findings());
    if (!loading.isEmpty() || answer.startsWith("LOAD ERROR: ")) {
      return loading;
    }
    Redaction redaction = Redaction.of(version, "**.***");
    String ours = new CanonicalForm(TalosWriter.of(version), redaction).of(file);
    String theirs = UpstreamRecords.registryPart(answer);
    return ours.equals(theirs) ? "" : "ours <" + ours + "> theirs <" + theirs + ">";
  }
}
