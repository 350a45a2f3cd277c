package dev.regwright.report;

import dev.regwright.lint.Fingerprint;
import dev.regwright.lint.LintedFile;
import java.util.HashMap;
import java.util.Map;

/** The fingerprints of one report, no two of which are the same. */
final class Fingerprints {
  private final Map<String, Integer> seen = new HashMap<>();

  /** For a file's findings, to be asked in the order of the report. */
  Fingerprint of(LintedFile file) {
    return new Fingerprint(file, relative(file.source().name()), seen);
  }

  /** The same file, whether it was found or named. */
  static String relative(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }
}
