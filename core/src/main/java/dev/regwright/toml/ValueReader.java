package dev.regwright.toml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values and finds the places of what is in them, which tomlj knows only in part. */
final class ValueReader {
  private final Tomlj tomlj;
  private final ValueExtent extents;
  private final KeyReader keys;

  ValueReader(Tomlj tomlj, ValueExtent extents, KeyReader keys) {
    this.tomlj = tomlj;
    this.extents = extents;
    this.keys = keys;
  }

  /** The value in a range, or null; then {@link #fault} says why there is none. */
  @Nullable TomlValue read(int start, int end) {
    Object value = tomlj.read(start, end);
    return value == null ? null : convert(value, start, end);
  }

  /** Why there is no value. */
  TomlProblem fault() {
    return tomlj.fault();
  }

  private TomlValue convert(Object value, int start, int end) {
    if (value instanceof org.tomlj.TomlArray array) {
      return array(array, start, end);
    }
    if (value instanceof org.tomlj.TomlTable table) {
      return table(table, start, end);
    }
    return new TomlScalar(kind(value), value, start, end);
  }

  private static TomlScalar.Kind kind(Object value) {
    if (value instanceof String) {
      return TomlScalar.Kind.STRING;
    }
    if (value instanceof Long) {
      return TomlScalar.Kind.INTEGER;
    }
    if (value instanceof Double) {
      return TomlScalar.Kind.FLOAT;
    }
    return value instanceof Boolean ? TomlScalar.Kind.BOOLEAN : TomlScalar.Kind.TIME;
  }

  private TomlArray array(org.tomlj.TomlArray array, int start, int end) {
    TomlArray result = new TomlArray(false, start, end);
    int at = start + 1;
    for (int i = 0; i < array.size(); i++) {
      int itemStart = extents.nextItem(at);
      at = extents.itemEnd(itemStart);
      result.add(convert(array.get(i), itemStart, at));
    }
    return result;
  }

  private TomlTable table(org.tomlj.TomlTable table, int start, int end) {
    TomlTable result = new TomlTable(TomlTable.Origin.INLINE, start, end);
    int at = extents.nextItem(start + 1);
    while (at < end - 1) {
      List<TomlKey> path = keys.read(at, end, KeyReader.Escapes.READ);
      if (path == null) {
        break; // tomlj has accepted the key, so this does not happen
      }
      int valueStart = extents.nextItem(keys.end() + 1);
      int valueEnd = extents.itemEnd(valueStart);
      List<String> names = new ArrayList<>();
      path.forEach(part -> names.add(part.text()));
      Object value = table.get(names);
      if (value == null || valueEnd < 0) {
        break;
      }
      insert(result, path, convert(value, valueStart, valueEnd));
      at = extents.nextItem(valueEnd);
    }
    return result;
  }

  private static void insert(TomlTable table, List<TomlKey> path, TomlValue value) {
    TomlTable target = table;
    for (TomlKey part : path.subList(0, path.size() - 1)) {
      if (target.get(part.text()) instanceof TomlTable known) {
        target = known;
      } else {
        TomlTable made = new TomlTable(TomlTable.Origin.INLINE, part.start(), part.end());
        target.put(part, made);
        target = made;
      }
    }
    target.put(path.get(path.size() - 1), value);
  }
}
