package dev.regwright.lint.settings;

import dev.regwright.source.Wildcards;
import java.util.List;

/**
 * Files by their path below the settings file, as in {@code .gitignore}: {@code *} and {@code ?}
 * stay within a name, {@code **} spans directories, a pattern without a slash within holds in every
 * directory, and one that meets a directory holds for all below it.
 *
 * @param text as written
 */
public record PathPattern(String text) {
  private static final String ANY_DIRECTORIES = "**";

  /** Whether a path, separated by slashes, is meant. */
  public boolean matches(String path) {
    String pattern = text.startsWith("./") ? text.substring(2) : text;
    pattern = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean anchored = pattern.indexOf('/') >= 0;
    pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    String full = anchored ? pattern : ANY_DIRECTORIES + "/" + pattern;
    return matches(List.of(full.split("/", -1)), List.of(path.split("/", -1)));
  }

  /** For each beginning of the pattern: which beginnings of the path it matches. */
  private static boolean matches(List<String> pattern, List<String> path) {
    boolean[] reached = new boolean[path.size() + 1];
    reached[0] = true;
    for (String part : pattern) {
      boolean[] next = new boolean[path.size() + 1];
      boolean any = part.equals(ANY_DIRECTORIES);
      for (int i = 0; i <= path.size(); i++) {
        if (any) {
          next[i] = reached[i] || (i > 0 && next[i - 1]);
        } else {
          next[i] = i > 0 && reached[i - 1] && Wildcards.match(part, path.get(i - 1), true);
        }
      }
      reached = next;
    }
    for (int i = 1; i <= path.size(); i++) {
      if (reached[i]) {
        return true; // the path itself, or a directory above it
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }
}
