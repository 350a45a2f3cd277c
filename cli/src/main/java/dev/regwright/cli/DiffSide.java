package dev.regwright.cli;

import dev.regwright.model.Target;
import dev.regwright.run.TraceConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a comparison.
 *
 * @param path the path of a configuration, or {@code -}
 * @param patches what is applied to it first
 * @param target the versions of its nodes
 */
record DiffSide(String path, List<String> patches, Target target) {
  /** Every path, in the order they are read. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    paths.add(path);
    paths.addAll(patches);
    return paths;
  }

  /** What reports call it. */
  String name() {
    StringBuilder name = new StringBuilder(shown(path));
    patches.forEach(patch -> name.append(" + ").append(shown(patch)));
    return name.toString();
  }

  private static String shown(String path) {
    return path.equals("-") ? TraceConfig.STDIN_NAME : path;
  }
}
