package dev.regwright.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where output goes, and why it cannot be written. */
final class Outputs {
  private Outputs() {}

  /** The place an option names. */
  static Path path(String option, String name) throws UsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " takes a path; '" + name + "' is none");
    }
  }

  static String problem(Path path, IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return path
        + ": cannot be written: "
        + (reason == null ? e.getClass().getSimpleName() : reason);
  }
}
