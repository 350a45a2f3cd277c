package dev.regwright.maven;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands on what is written, line by line. */
final class Lines extends Writer {
  private final Consumer<String> line;
  private final StringBuilder text = new StringBuilder();

  Lines(Consumer<String> line) {
    this.line = line;
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (chars[i] == '\n') {
        line.accept(text.toString());
        text.setLength(0);
      } else {
        text.append(chars[i]);
      }
    }
  }

  /** A line that has not ended yet waits for its end. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    if (!text.isEmpty()) {
      write(new char[] {'\n'}, 0, 1);
    }
  }
}
