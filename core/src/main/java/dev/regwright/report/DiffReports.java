package dev.regwright.report;

import dev.regwright.diff.Comparison;
import java.io.IOException;

/** Writes what nodes do differently. */
public final class DiffReports {
  private DiffReports() {}

  /**
   * Writes a report, and neither closes nor flushes.
   *
   * @param names what the sides are called
   * @param color whether text may hold ANSI colour codes
   */
  public static void write(
      TraceFormat format, Comparison comparison, DiffNames names, boolean color, Appendable out)
      throws IOException {
    switch (format) {
      case TEXT -> new DiffText(out, color ? Paint.ANSI : Paint.NONE).write(comparison, names);
      case JSON -> new DiffJson(out).write(comparison, names);
      case MARKDOWN -> new DiffMarkdown(out).write(comparison, names);
    }
  }
}
