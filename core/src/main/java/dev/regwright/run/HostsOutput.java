package dev.regwright.run;

import dev.regwright.convert.HostsRendering;
import dev.regwright.convert.OutputFile;
import dev.regwright.source.FileTree;
import dev.regwright.source.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a directory of hosts.toml directories, and says what else lies there. */
final class HostsOutput {
  private final Io io;
  private boolean failed;

  HostsOutput(Io io) {
    this.io = io;
  }

  /** Whether something could not be written. */
  boolean failed() {
    return failed;
  }

  /**
   * Writes all files, and the CRI part beside them.
   *
   * @param criPart where the CRI part goes, or null
   * @param prune whether to remove directories of registries that are not configured any more
   */
  void write(HostsRendering rendering, String output, @Nullable String criPart, boolean prune)
      throws UsageException {
    write(rendering.files(), output, prune);
    if (failed || criPart == null || rendering.criPart() == null) {
      return;
    }
    Path part = Outputs.path("--cri-part", criPart);
    try {
      WholeFile.write(part, rendering.criPart().bytes(), true);
    } catch (IOException e) {
      failed = true;
      io.say(Outputs.problem(part, e));
    }
  }

  /** Writes all files. */
  void write(List<OutputFile> all, String output, boolean prune) throws UsageException {
    Path root = Outputs.path("-o", output);
    SortedMap<String, byte[]> files = new TreeMap<>();
    Set<String> directories = new TreeSet<>();
    for (OutputFile file : all) {
      files.put(file.path(), file.bytes());
      directories.add(file.path().substring(0, file.path().indexOf('/')));
    }
    try {
      FileTree.write(root, files);
      for (Path stale : FileTree.stale(root, directories)) {
        stale(stale, prune);
      }
    } catch (IOException e) {
      failed = true;
      io.say(Outputs.problem(root, e));
    }
  }

  private void stale(Path directory, boolean prune) throws IOException {
    if (!prune) {
      io.say(
          "note: "
              + directory
              + " configures a registry that is not among these; --prune removes it");
    } else if (FileTree.prune(directory)) {
      io.say("removed " + directory);
    } else {
      io.say("note: " + directory + " holds files of others, so it is left as it is");
    }
  }
}
