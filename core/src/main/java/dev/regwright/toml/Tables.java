package dev.regwright.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts statements into the tree of tables and finds those that define a thing twice. What stands
 * behind a header that makes no sense goes into a table that nobody sees.
 */
abstract class Tables {
  private final Problems problems;
  private final TomlTable root = new TomlTable(TomlTable.Origin.HEADER, 0, 0);
  private TomlTable current = root;
  private List<TomlKey> currentPath = List.of();

  Tables(Problems problems) {
    this.problems = problems;
  }

  /** The rules of a dialect. */
  static Tables of(TomlDialect dialect, String text, Problems problems) {
    return dialect.first()
        ? new GoToml1Tables(text, problems)
        : new GoToml2Tables(dialect, problems);
  }

  /** A header; whether it opens a table. */
  final boolean open(TomlHeader header) {
    lost();
    TomlTable table = header.array() ? openArray(header) : openTable(header);
    if (table != null) {
      current = table;
      currentPath = header.path();
    }
    return table != null;
  }

  /** A header that could not be read. */
  final void lost() {
    current = new TomlTable(TomlTable.Origin.HEADER, 0, 0);
  }

  /** A key with its value. */
  abstract void assign(List<TomlKey> path, TomlValue value);

  /** The table of a header in single brackets, or null behind a problem. */
  abstract @Nullable TomlTable openTable(TomlHeader header);

  /** The new table of a header in double brackets, or null behind a problem. */
  abstract @Nullable TomlTable openArray(TomlHeader header);

  final TomlTable root() {
    return root;
  }

  final TomlTable current() {
    return current;
  }

  /** Notes that a key or table clashes with an earlier one. */
  final void clash(int start, int end, String message, @Nullable String upstream, int firstStart) {
    problems.add(
        new TomlProblem(
            TomlProblem.Kind.DUPLICATE, start, end, message, null, upstream, firstStart));
  }

  /** The names from the root to a key of the current table, joined by dots. */
  final String pathText(List<TomlKey> key) {
    List<TomlKey> all = new ArrayList<>(currentPath);
    all.addAll(key);
    return all.stream().map(TomlKey::text).collect(Collectors.joining("."));
  }

  static TomlTable newTable(TomlTable parent, TomlKey key, TomlTable.Origin origin, int start) {
    TomlTable table = new TomlTable(origin, start, key.end());
    parent.put(key, table);
    return table;
  }
}
