package dev.regwright.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file to lint.
 *
 * @param path where it is, or null for standard input
 * @param name what it is called in reports: as the user gave it, separated by {@code /}
 * @param given whether the user named the file itself, rather than a directory above it
 */
record Input(@Nullable Path path, String name, boolean given) implements Comparable<Input> {
  /** The order of every report. */
  @Override
  public int compareTo(Input other) {
    return name.compareTo(other.name);
  }
}
