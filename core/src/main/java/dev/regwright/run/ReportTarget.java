package dev.regwright.run;

import dev.regwright.report.ReportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One report that was asked for.
 *
 * @param file where it goes; null for standard output
 */
public record ReportTarget(ReportFormat format, @Nullable Path file) {
  private static final String AUTO = "auto";
  private static final String STDOUT = "-";

  /**
   * What the values of {@code --format} ask for.
   *
   * @throws UsageException when one of them means nothing, or two want the same place
   */
  public static List<ReportTarget> of(List<String> words, Map<String, String> env)
      throws UsageException {
    List<ReportTarget> targets = new ArrayList<>();
    Set<Path> files = new HashSet<>();
    boolean stdout = false;
    for (String word : words) {
      ReportTarget target = of(word, env);
      if (target.file == null) {
        if (stdout) {
          throw new UsageException(
              "two reports want standard output; write one to a file: --format "
                  + target.format.label()
                  + "=FILE");
        }
        stdout = true;
      } else if (!files.add(identity(target.file))) {
        throw new UsageException("two reports want the file " + target.file);
      }
      targets.add(target);
    }
    return targets;
  }

  private static ReportTarget of(String word, Map<String, String> env) throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String file = equals < 0 ? STDOUT : word.substring(equals + 1);
    if (name.equals(AUTO)) {
      if (!file.equals(STDOUT)) {
        throw new UsageException("auto is for standard output; say which format " + file + " has");
      }
      return new ReportTarget(automatic(env), null);
    }
    ReportFormat format = ReportFormat.named(name);
    if (format == null) {
      List<String> known = new ArrayList<>(ReportFormat.labels());
      known.add(AUTO);
      throw UsageException.noneOf("--format", name, known);
    }
    return new ReportTarget(format, file.equals(STDOUT) ? null : path(word, file));
  }

  /** GitHub sets the variable for every step of a workflow; its annotations help nobody else. */
  private static ReportFormat automatic(Map<String, String> env) {
    return env.getOrDefault("GITHUB_ACTIONS", "").isEmpty()
        ? ReportFormat.TEXT
        : ReportFormat.GITHUB;
  }

  private static Path path(String word, String file) throws UsageException {
    if (file.isEmpty()) {
      throw new UsageException("--format " + word + " names no file; an unset variable, perhaps");
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new UsageException("--format " + word + " names no file that could be");
    }
  }

  /** What tells two names of one file. */
  static Path identity(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
