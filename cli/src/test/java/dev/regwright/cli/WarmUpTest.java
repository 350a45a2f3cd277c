package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A warm-up that stops at a usage error would leave its command cold, and nobody would see it. */
class WarmUpTest {
  static List<List<String>> commands() {
    return WarmUp.commands("src/main/launcher/warm-up");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandRunsToItsEnd(List<String> command) {
    // The samples hold mistakes for lint to find.
    int expected = command.get(0).equals("lint") ? ExitCode.FINDINGS : ExitCode.CLEAN;
    assertThat(WarmUp.run(command)).isEqualTo(expected);
  }
}
