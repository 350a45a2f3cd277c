package dev.regwright.report;

import dev.regwright.trace.Scenario;
import java.io.IOException;
import java.util.List;

/** Writes where images are pulled from. */
public final class TraceReports {
  private TraceReports() {}

  /**
   * Writes a report, and neither closes nor flushes.
   *
   * @param coverage whether to sum up image by image, and show routes once for each registry; JSON
   *     is always one object for each image
   * @param color whether text may hold ANSI colour codes
   */
  public static void write(
      TraceFormat format, List<Scenario> images, boolean coverage, boolean color, Appendable out)
      throws IOException {
    switch (format) {
      case TEXT -> new TraceText(out, color ? Paint.ANSI : Paint.NONE).write(images, coverage);
      case JSON -> new TraceJson(out).write(images);
      case MARKDOWN -> new TraceMarkdown(out).write(images, coverage);
    }
  }
}
