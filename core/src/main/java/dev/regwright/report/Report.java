package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import java.io.IOException;

/**
 * A report being written, file by file, so that a long run shows its first findings early. The
 * caller decides the order of the files; findings within one file are ordered already.
 */
public interface Report {
  /** Reports one file. */
  void add(LintedFile file) throws IOException;

  /** Ends the report. Without this call it is incomplete. */
  void finish() throws IOException;
}
