package dev.regwright.toml;

import java.util.List;

/**
 * A line that opens a table.
 *
 * @param path the parts of the table's name
 * @param array whether it stands in double brackets
 * @param start index of its first bracket
 * @param end index just behind its last bracket
 */
public record TomlHeader(List<TomlKey> path, boolean array, int start, int end) {
  /** Copies the path. */
  public TomlHeader {
    path = List.copyOf(path);
  }
}
