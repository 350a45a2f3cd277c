package dev.regwright.cli;

import dev.regwright.diff.Comparison;
import dev.regwright.report.DiffNames;
import dev.regwright.report.DiffReports;
import dev.regwright.run.ExitCode;
import dev.regwright.run.Io;
import dev.regwright.run.TraceConfig;
import dev.regwright.run.UsageException;
import dev.regwright.trace.Tracer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One run of {@code regwright diff}. */
final class DiffRun {
  private final DiffOptions options;
  private final Io io;

  DiffRun(DiffOptions options, Io io) {
    this.options = options;
    this.io = io;
  }

  int run() throws IOException, UsageException {
    Tracer before = read("old", options.before());
    Tracer after = read("new", options.after());
    if (before == null || after == null) {
      return ExitCode.FAILURE;
    }
    Comparison comparison = Comparison.of(before, after, options.images());
    DiffReports.write(
        options.format(),
        comparison,
        new DiffNames(options.before().name(), options.after().name()),
        options.color().wanted(io),
        io.out());
    io.out().flush();
    return comparison.same() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private @Nullable Tracer read(String which, DiffSide side) throws IOException, UsageException {
    Tracer tracer = new TraceConfig(options.trace(side), io).read();
    if (tracer == null) {
      io.say(
          "the "
              + which
              + " side, "
              + side.name()
              + " with Talos "
              + side.target().talos()
              + ", cannot be compared");
    }
    return tracer;
  }
}
