package dev.regwright.report;

/** Opens reports. */
public final class Reports {
  private Reports() {}

  /**
   * A report that writes to {@code out} and neither closes nor flushes it.
   *
   * <p>The text is the same on every machine: lines end in {@code \n}, and nothing says when or
   * where the report was made.
   */
  public static Report open(ReportFormat format, ReportSettings settings, Appendable out) {
    return switch (format) {
      case TEXT -> new TextReport(settings, out);
      case CONCISE -> new ConciseReport(out);
      case JSON -> new JsonReport(settings, out);
      case JSON_LINES -> new JsonLinesReport(out);
      case SARIF -> new SarifReport(settings, out);
      case GITHUB -> new GithubReport(out);
      case GITLAB -> new GitlabReport(out);
      case JUNIT -> new JunitReport(out);
      case CHECKSTYLE -> new CheckstyleReport(out);
      case MARKDOWN -> new MarkdownReport(settings, out);
    };
  }

  /** The text report, handed over in its parts. */
  public static Report text(ReportSettings settings, TextBlocks out) {
    return new TextReport(settings, out);
  }
}
