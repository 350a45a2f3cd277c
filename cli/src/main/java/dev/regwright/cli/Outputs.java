package dev.regwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says why a file cannot be written. */
final class Outputs {
  private Outputs() {}

  static String problem(Path path, IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return path
        + ": cannot be written: "
        + (reason == null ? e.getClass().getSimpleName() : reason);
  }
}
