package dev.regwright.talos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.model.TalosVersion;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every recorded answer of the real Talos encoder, byte for byte. */
class EncodeConformanceTest {
  @Test
  void everyEncodeRecordAgrees() {
    WrittenAnswers.compare("encode", EncodeConformanceTest::form);
  }

  private static CanonicalForm form(JsonNode record, TalosVersion version) {
    return new CanonicalForm(TalosWriter.of(version).commenting(comments(record)));
  }

  private static TalosComments comments(JsonNode record) {
    List<String> arguments = UpstreamRecords.arguments(record);
    return arguments.isEmpty()
        ? TalosComments.NONE
        : TalosComments.valueOf(arguments.get(0).toUpperCase(Locale.ROOT));
  }
}
