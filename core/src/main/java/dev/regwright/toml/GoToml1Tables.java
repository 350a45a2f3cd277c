package dev.regwright.toml;

import dev.regwright.toml.TomlTable.Origin;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of go-toml v1: two headers are the same only when they are spelled the same, and a
 * dotted key may add to any table but an inline one.
 */
final class GoToml1Tables extends Tables {
  private final String text;

  /** The names between brackets as they are spelled, and where each header begins. */
  private final TreeMap<String, Integer> seen = new TreeMap<>();

  GoToml1Tables(String text, Problems problems) {
    super(problems);
    this.text = text;
  }

  @Override
  void assign(List<TomlKey> path, TomlValue value) {
    TomlTable target = descend(current(), path.subList(0, path.size() - 1), path.get(0).start());
    if (target == null || target.origin() == Origin.INLINE) {
      clash(
          path.get(0).start(),
          path.get(path.size() - 1).end(),
          "part of this key is already defined, and not as a table that can grow",
          null,
          -1);
      return;
    }
    TomlKey last = path.get(path.size() - 1);
    TomlTable.Entry known = target.entry(last.text());
    if (known == null) {
      target.put(last, value);
    } else {
      clash(
          path.get(0).start(),
          last.end(),
          "this key is already defined",
          GoPosition.of(text, path.get(0).start()).text()
              + ": The following key was defined twice: "
              + pathText(path),
          known.key().start());
    }
  }

  @Override
  @Nullable TomlTable openTable(TomlHeader header) {
    Integer before = seen.putIfAbsent(spelling(header), header.start());
    if (before != null) {
      clash(
          header.start(),
          header.end(),
          "this table is already defined",
          GoPosition.of(text, header.start() + 1).text() + ": duplicated tables",
          before);
      return null;
    }
    TomlTable table = descend(root(), header.path(), header.start());
    if (table == null || table.origin() == Origin.INLINE) {
      clash(
          header.start(),
          header.end(),
          "this is already defined, and not as a table that can grow",
          null,
          -1);
      return null;
    }
    return table;
  }

  @Override
  @Nullable TomlTable openArray(TomlHeader header) {
    int last = header.path().size() - 1;
    TomlKey name = header.path().get(last);
    TomlTable parent = descend(root(), header.path().subList(0, last), header.start());
    TomlTable.Entry known = parent == null ? null : parent.entry(name.text());
    TomlArray array = null;
    if (parent != null && known == null) {
      array = new TomlArray(true, header.start(), header.end());
      parent.put(name, array);
    } else if (known != null && known.value() instanceof TomlArray tables && tables.ofTables()) {
      array = tables;
    }
    if (array == null) {
      clash(
          header.start(),
          header.end(),
          "this is already defined, and not as an array of tables",
          null,
          known == null ? -1 : known.key().start());
      return null;
    }
    String spelling = spelling(header);
    seen.subMap(spelling + ".", spelling + "/").clear();
    seen.put(spelling, header.start());
    TomlTable item = new TomlTable(Origin.HEADER, header.start(), header.end());
    array.add(item);
    return item;
  }

  private String spelling(TomlHeader header) {
    int brackets = header.array() ? 2 : 1;
    return text.substring(header.start() + brackets, header.end() - brackets);
  }

  /** Follows a path, making the tables that are not there; null where something else is. */
  private static @Nullable TomlTable descend(TomlTable from, List<TomlKey> path, int start) {
    TomlTable table = from;
    for (TomlKey part : path) {
      TomlValue next = table.get(part.text());
      if (next == null) {
        Origin origin = table.origin() == Origin.INLINE ? Origin.INLINE : Origin.HEADER;
        table = newTable(table, part, origin, start);
      } else if (next instanceof TomlTable known) {
        table = known;
      } else if (next instanceof TomlArray array && array.ofTables()) {
        table = array.lastTable();
      } else {
        return null;
      }
    }
    return table;
  }
}
