package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosVersion;
import dev.regwright.testing.Agreement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every recorded answer of the real Talos encoder, byte for byte. */
class EncodeConformanceTest {
  @Test
  void everyEncodeRecordAgrees() {
    Agreement agreement = new Agreement("talos-encode");
    int number = 0;
    for (JsonNode record : UpstreamRecords.of("encode")) {
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
    TalosWriter writer = TalosWriter.of(version).commenting(comments(record));
    String ours = new CanonicalForm(writer).of(file);
    String theirs = UpstreamRecords.registryPart(answer);
    return ours.equals(theirs) ? "" : "ours <" + ours + "> theirs <" + theirs + ">";
  }

  private static TalosComments comments(JsonNode record) {
    List<String> arguments = UpstreamRecords.arguments(record);
    return arguments.isEmpty()
        ? TalosComments.NONE
        : TalosComments.valueOf(arguments.get(0).toUpperCase(Locale.ROOT));
  }
}
