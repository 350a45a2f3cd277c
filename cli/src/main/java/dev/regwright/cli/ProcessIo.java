package dev.regwright.cli;

import dev.regwright.run.Io;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The streams of this process. */
final class ProcessIo {
  private static final int BUFFER = 1 << 15;

  private ProcessIo() {}

  /** Bytes that leave the process are UTF-8, unless a terminal says otherwise. */
  static Io open() {
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
}
