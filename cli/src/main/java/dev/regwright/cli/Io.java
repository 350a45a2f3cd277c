package dev.regwright.cli;

import dev.regwright.report.Printable;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The world around a run, so that tests can be one. Findings go to {@code out}, everything else to
 * {@code err}.
 *
 * @param env the environment variables
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 */
record Io(
    InputStream in,
    Writer out,
    Writer err,
    Map<String, String> env,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  private static final int BUFFER = 1 << 15;

  /**
   * The streams of this process. Bytes that leave it are UTF-8, unless a terminal says otherwise.
   */
  static Io ofProcess() {
    Terminals terminals = Terminals.ofProcess();
    return new Io(
        System.in,
        writer(FileDescriptor.out, terminals.out(), "stdout.encoding"),
        writer(FileDescriptor.err, terminals.err(), "stderr.encoding"),
        System.getenv(),
        terminals.out(),
        terminals.err());
  }

  private static Writer writer(FileDescriptor descriptor, boolean terminal, String property) {
    String name = terminal ? System.getProperty(property) : null;
    Charset charset =
        name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), charset), BUFFER);
  }

  /**
   * One line for the person who started us. The names of files within it may hold anything, so they
   * are made printable.
   */
  void say(String message) {
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
