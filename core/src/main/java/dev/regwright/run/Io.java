package dev.regwright.run;

import dev.regwright.report.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Map;

/**
 * The world around a run, so that tests can be one. Findings go to {@code out}, everything else to
 * {@code err}.
 *
 * @param env the environment variables
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 */
public record Io(
    InputStream in,
    Writer out,
    Writer err,
    Map<String, String> env,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /**
   * One line for the person who started us. The names of files within it may hold anything, so they
   * are made printable.
   */
  public void say(String message) {
    try {
      err.write("regwright: ");
      err.write(Printable.of(message));
      err.write('\n');
      err.flush();
    } catch (IOException e) {
      // Nobody listens; the exit code still tells.
    }
  }
}
