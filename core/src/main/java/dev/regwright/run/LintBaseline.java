package dev.regwright.run;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.settings.Baseline;
import dev.regwright.lint.settings.SettingsException;
import dev.regwright.source.SourceFile;
import dev.regwright.source.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The baseline of a run: read, or written, or none. */
public final class LintBaseline {
  private final @Nullable Path file;
  private final @Nullable Baseline known;
  private final Baseline.@Nullable Recorder recorder;
  private int gone;

  private LintBaseline(
      @Nullable Path file, @Nullable Baseline known, Baseline.@Nullable Recorder recorder) {
    this.file = file;
    this.known = known;
    this.recorder = recorder;
  }

  /**
   * What was asked for.
   *
   * @param write whether the file is to be written, rather than read
   */
  public record Asked(Path file, boolean write) {}

  static LintBaseline none() {
    return new LintBaseline(null, null, null);
  }

  static LintBaseline open(LintOptions options) throws UsageException {
    Asked asked = options.baseline();
    if (asked == null) {
      return none();
    }
    if (options.told().target().from() != null) {
      throw new UsageException(
          (asked.write() ? "--write-baseline" : "--baseline")
              + " goes with one version of Talos, not with an upgrade");
    }
    if (asked.write()) {
      return new LintBaseline(asked.file(), null, new Baseline.Recorder());
    }
    if (!Files.isRegularFile(asked.file())) {
      throw new UsageException(
          "--baseline: no such file: " + asked.file() + "; --write-baseline makes it");
    }
    byte[] bytes;
    try {
      bytes =
          FileReader.read(
              new Input(asked.file(), asked.file().toString(), true),
              InputStream.nullInputStream());
    } catch (UnreadableException e) {
      throw new UsageException("--baseline: " + e.problem());
    }
    try {
      Baseline known = Baseline.read(SourceFile.of(asked.file().toString(), bytes));
      return new LintBaseline(asked.file(), known, null);
    } catch (SettingsException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** A file without what the baseline accepts. */
  LintedFile take(LintedFile linted, Input input) {
    if (recorder != null) {
      return recorder.record(linted, name(input));
    }
    if (known != null) {
      Baseline.Accepted accepted = known.accept(linted, name(input));
      gone += accepted.gone();
      return accepted.file();
    }
    return linted;
  }

  /** The path from the baseline's directory, which is the same wherever the run was started. */
  private String name(Input input) {
    Path path = input.path();
    if (path == null || file == null) {
      return input.name();
    }
    Path from = ReportTarget.identity(file).getParent();
    Path to = ReportTarget.identity(path);
    boolean related = from != null && Objects.equals(from.getRoot(), to.getRoot());
    return (from != null && related ? from.relativize(to) : to).toString().replace('\\', '/');
  }

  /** Writes what there is to write; false when that failed. */
  boolean finish(boolean complete, boolean quiet, Io io) {
    if (known != null && gone > 0 && !quiet) {
      io.say(
          "note: "
              + gone
              + " of the baseline's findings are gone; --write-baseline takes them out");
    }
    if (recorder == null || file == null) {
      return true;
    }
    if (!complete) {
      io.say("the baseline was not written, as some input could not be read or judged");
      return false;
    }
    try {
      WholeFile.write(file, recorder.text().getBytes(StandardCharsets.UTF_8), false);
    } catch (IOException e) {
      io.say(Outputs.problem(file, e));
      return false;
    }
    if (!quiet) {
      io.say("accepted " + recorder.count() + " findings in " + file);
    }
    return true;
  }
}
