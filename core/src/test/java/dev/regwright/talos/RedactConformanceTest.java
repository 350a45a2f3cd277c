package dev.regwright.talos;

import org.junit.jupiter.api.Test;

/** Every recorded answer of the real Talos to hiding secrets. */
class RedactConformanceTest {
  @Test
  void everyRedactRecordAgrees() {
    WrittenAnswers.compare(
        "redact",
        (record, version) ->
            new CanonicalForm(TalosWriter.of(version), Redaction.of(version, "**.***")));
  }
}
