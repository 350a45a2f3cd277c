package dev.regwright.cli;

import dev.regwright.diff.Comparison;
import dev.regwright.model.Target;
import dev.regwright.report.DiffNames;
import dev.regwright.report.DiffReports;
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
    Tracer before = side("old", options.before(), options.oldTarget());
    Tracer after = side("new", options.after(), options.newTarget());
    if (before == null || after == null) {
      return ExitCode.FAILURE;
    }
    Comparison comparison = Comparison.of(before, after, options.images());
    DiffReports.write(
        options.format(),
        comparison,
        new DiffNames(name(options.before()), name(options.after())),
        options.color().wanted(io),
        io.out());
    io.out().flush();
    return comparison.same() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static String name(String path) {
    return path.equals("-") ? TraceConfig.STDIN_NAME : path;
  }

  private @Nullable Tracer side(String which, String path, Target target)
      throws IOException, UsageException {
    Tracer tracer = new TraceConfig(options.side(path, target), io).read();
    if (tracer == null) {
      io.say(
          "the "
              + which
              + " side, "
              + name(path)
              + " with Talos "
              + target.talos()
              + ", cannot be compared");
    }
    return tracer;
  }
}
