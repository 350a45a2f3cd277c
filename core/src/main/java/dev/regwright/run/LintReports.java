package dev.regwright.run;

import dev.regwright.lint.LintedFile;
import dev.regwright.model.Target;
import dev.regwright.report.Report;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.source.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one run: one to standard output at most, which grows as files are linted, and any
 * number to files, which are written whole at the end.
 */
final class LintReports {
  private final Io io;
  private final List<Sink> sinks = new ArrayList<>();

  private record Sink(Report report, @Nullable Path file, StringBuilder text) {}

  /**
   * Opens reports; only the one to standard output may be coloured.
   *
   * @param own a report of the front end's own; null for none
   */
  private LintReports(
      List<ReportTarget> targets, ReportSettings settings, @Nullable ReportOpener own, Io io) {
    this.io = io;
    ReportSettings plain =
        new ReportSettings(settings.version(), settings.target(), false, settings.summary());
    for (ReportTarget target : targets) {
      StringBuilder text = new StringBuilder();
      Path file = target.file();
      Report report =
          file == null
              ? Reports.open(target.format(), settings, io.out())
              : Reports.open(target.format(), plain, text);
      sinks.add(new Sink(report, file, text));
    }
    if (own != null) {
      sinks.add(new Sink(own.open(settings), null, new StringBuilder()));
    }
  }

  /**
   * Opens the reports of a run, and says when its version is none we know.
   *
   * @param own a report of the front end's own; null for none
   */
  static LintReports open(LintOptions options, Target target, @Nullable ReportOpener own, Io io) {
    if (!options.quiet()) {
      KnownVersions.note(target, io);
    }
    boolean color = options.color().wanted(io);
    ReportSettings settings =
        new ReportSettings(ToolVersion.text(), target, color, !options.quiet());
    return new LintReports(options.reports(), settings, own, io);
  }

  void add(LintedFile file) throws IOException {
    for (Sink sink : sinks) {
      sink.report().add(file);
    }
  }

  /** Ends all of them; whether all files could be written. */
  boolean finish() throws IOException {
    boolean written = true;
    for (Sink sink : sinks) {
      sink.report().finish();
      Path file = sink.file();
      if (file != null) {
        written &= write(file, sink.text());
      }
    }
    return written;
  }

  private boolean write(Path file, StringBuilder text) {
    try {
      WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
      return true;
    } catch (IOException e) {
      io.say(Outputs.problem(file, e));
      return false;
    }
  }
}
