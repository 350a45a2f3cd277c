package dev.regwright.run;

import dev.regwright.source.SourceFile;
import dev.regwright.talos.Relevance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts the files below a directory, each into a file of the same path below another one. Files
 * that configure no registries are left out.
 */
public final class ConvertTree {
  private final Path base;
  private final Path output;
  private final Io io;
  private boolean failed;

  /**
   * A conversion, not yet started.
   *
   * @param base what the paths of the files are relative to
   * @param output where the same paths are made
   */
  public ConvertTree(Path base, Path output, Io io) {
    this.base = base.toAbsolutePath().normalize();
    this.output = output;
    this.io = io;
  }

  /** How the file of a name is to be converted into the file of another. */
  public interface Options {
    /** Options for one file. */
    ConvertOptions of(String input, String output) throws UsageException;
  }

  /** Of the files paths lead to, those that configure registries or were named. */
  public List<String> relevant(List<String> paths, FileSelection selection) {
    InputFiles files = new InputFiles(io, TraceConfig.STDIN_NAME, selection);
    paths.forEach(files::add);
    failed |= files.failed();
    List<String> names = new ArrayList<>();
    for (Input input : files.sorted()) {
      try {
        byte[] bytes = FileReader.read(input, io.in());
        String text = SourceFile.of(input.name(), bytes).text();
        if (input.given() || Relevance.mayConfigureRegistries(text)) {
          names.add(input.name());
        }
      } catch (UnreadableException e) {
        failed = true;
        io.say(e.problem());
      }
    }
    return names;
  }

  /** Whether something could not be read. */
  public boolean failed() {
    return failed;
  }

  /** Converts; the worst exit code. */
  public int run(List<String> names, Options options) throws IOException, UsageException {
    int worst = failed ? ExitCode.FAILURE : ExitCode.CLEAN;
    for (String name : names) {
      Path file = Path.of(name).toAbsolutePath().normalize();
      Path last = file.getFileName();
      Path relative = file.startsWith(base) || last == null ? base.relativize(file) : last;
      Path target = output.resolve(relative);
      Path parent = target.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      int code = new ConvertRun(options.of(name, target.toString()), io).run();
      worst = Math.max(worst, code);
    }
    return worst;
  }
}
