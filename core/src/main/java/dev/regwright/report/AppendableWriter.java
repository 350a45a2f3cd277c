package dev.regwright.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Lets a library that wants a {@link Writer} write to any {@link Appendable}, which it cannot
 * close.
 */
final class AppendableWriter extends Writer {
  private final Appendable out;

  AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    out.append(new String(buffer, offset, length));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
