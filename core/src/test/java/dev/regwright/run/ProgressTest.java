package dev.regwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();

  @Test
  void showsAndClearsOneLine() {
    Progress progress = new Progress(io(true, Map.of()), 40, false, 0);
    progress.step();
    progress.clear();
    progress.clear();

    assertThat(err).hasToString("\r\u001B[Klinted 1/40 files\r\u001B[K");
  }

  @Test
  void leavesShortRunsAlone() {
    Progress progress = new Progress(io(true, Map.of()), 40, false, Progress.QUIET_NANOS);
    progress.step();
    progress.clear();

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void needsSomebodyWhoWatches() {
    new Progress(io(false, Map.of()), 40, false, 0).step();
    new Progress(io(true, Map.of("TERM", "dumb")), 40, false, 0).step();
    new Progress(io(true, Map.of()), 40, true, 0).step();

    assertThat(err.toString()).isEmpty();
  }

  private Io io(boolean terminal, Map<String, String> env) {
    return new Io(InputStream.nullInputStream(), new StringWriter(), err, env, terminal, terminal);
  }
}
