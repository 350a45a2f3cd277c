package dev.regwright.run;

import dev.regwright.lint.settings.PathPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the files below a directory are meant. Patterns are those of the settings file; what
 * lies elsewhere is none of their business. Immutable.
 */
public final class FileSelection {
  /** Every file. */
  public static final FileSelection ALL = new FileSelection(null, List.of(), List.of());

  private final @Nullable Path base;
  private final List<PathPattern> includes;
  private final List<PathPattern> excludes;

  private FileSelection(
      @Nullable Path base, List<PathPattern> includes, List<PathPattern> excludes) {
    this.base = base;
    this.includes = includes;
    this.excludes = excludes;
  }

  /**
   * A selection by patterns as they are written.
   *
   * @param base what patterns are relative to
   * @param includes what is meant; all when empty
   * @param excludes what is left out of it
   */
  public static FileSelection below(Path base, List<String> includes, List<String> excludes) {
    return new FileSelection(
        base.toAbsolutePath().normalize(), patterns(includes), patterns(excludes));
  }

  private static List<PathPattern> patterns(List<String> texts) {
    List<PathPattern> patterns = new ArrayList<>();
    texts.forEach(text -> patterns.add(new PathPattern(text)));
    return List.copyOf(patterns);
  }

  /** Whether a file is meant. */
  boolean takes(Path file) {
    String path = relative(file);
    return path == null || ((includes.isEmpty() || any(includes, path)) && !any(excludes, path));
  }

  /** Whether there is any use in searching a directory. */
  boolean enters(Path directory) {
    String path = relative(directory);
    return path == null || !any(excludes, path);
  }

  private @Nullable String relative(Path path) {
    if (base == null) {
      return null;
    }
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(base)
        ? base.relativize(absolute).toString().replace('\\', '/')
        : null;
  }

  private static boolean any(List<PathPattern> patterns, String path) {
    for (PathPattern pattern : patterns) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
