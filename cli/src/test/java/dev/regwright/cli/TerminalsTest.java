package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalsTest {
  @ParameterizedTest
  @CsvSource({"'', false, false", "1, true, false", "2, false, true", "12, true, true"})
  void believesTheLauncher(String descriptors, boolean out, boolean err) {
    assertThat(Terminals.of(descriptors)).isEqualTo(new Terminals(out, err));
  }
}
