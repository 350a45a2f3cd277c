package dev.regwright.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file to lint.
 *
 * @param path where it is, or null for standard input
 * @param name what it is called in reports: as the user gave it, separated by {@code /}
 * @param given whether the user named the file itself, rather than a directory above it
 */
public record Input(@Nullable Path path, String name, boolean given) implements Comparable<Input> {
  /** What a user names: one file, or standard input for {@code -}. */
  public static Input named(String name, String stdinName) throws UnreadableException {
    if (name.equals("-")) {
      return new Input(null, stdinName, true);
    }
    try {
      return new Input(Path.of(name), name, true);
    } catch (InvalidPathException e) {
      throw new UnreadableException(name, "no valid path");
    }
  }

  /** The order of every report. */
  @Override
  public int compareTo(Input other) {
    return name.compareTo(other.name);
  }
}
