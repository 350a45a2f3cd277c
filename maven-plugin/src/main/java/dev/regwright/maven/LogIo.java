package dev.regwright.maven;

import dev.regwright.run.Io;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.logging.Log;

/** The streams of a run, led into Maven's log. */
final class LogIo {
  private static final String SPEAKER = "regwright: ";
  private static final String WARNING = "warning: ";
  private static final List<String> DONE =
      List.of(
          "note: ",
          "fixed ",
          "wrote ",
          "converted ",
          "accepted ",
          "removed ",
          "nothing to ",
          "apply ");

  private final Log log;
  private final UnaryOperator<String> words;
  private final boolean fatal;

  private LogIo(Log log, UnaryOperator<String> words, boolean fatal) {
    this.log = log;
    this.words = words;
    this.fatal = fatal;
  }

  /**
   * Streams into a log.
   *
   * @param fatal whether what is said, and is neither a note nor done, makes the build fail; {@code
   *     -q} shows nothing but that
   */
  static Io of(Log log, UnaryOperator<String> words, boolean fatal) {
    LogIo io = new LogIo(log, words, fatal);
    return new Io(
        InputStream.nullInputStream(),
        new Lines(io::show),
        new Lines(io::say),
        System.getenv(),
        false,
        false);
  }

  /** For what has to be known before the run, which then says it. */
  static Io silent() {
    return new Io(
        InputStream.nullInputStream(),
        new Lines(line -> {}),
        new Lines(line -> {}),
        Map.of(),
        false,
        false);
  }

  private void say(String line) {
    if (!line.startsWith(SPEAKER)) {
      show(line);
      return;
    }
    String message = words.apply(line.substring(SPEAKER.length()));
    if (DONE.stream().anyMatch(message::startsWith)) {
      log.info(message);
    } else if (message.startsWith(WARNING)) {
      log.warn(message.substring(WARNING.length()));
    } else if (fatal) {
      log.error(message);
    } else {
      log.warn(message);
    }
  }

  /** Findings that are reported as text begin with their severity. */
  private void show(String line) {
    if (line.startsWith("error[")) {
      log.error(line);
    } else if (line.startsWith("warning[")) {
      log.warn(line);
    } else {
      log.info(line);
    }
  }
}
