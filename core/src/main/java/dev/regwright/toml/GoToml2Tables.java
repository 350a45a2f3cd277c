package dev.regwright.toml;

import dev.regwright.toml.TomlTable.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of TOML 1.0, with the words of go-toml v2. */
final class GoToml2Tables extends Tables {
  private final boolean newest;

  GoToml2Tables(TomlDialect dialect, Problems problems) {
    super(problems);
    this.newest = dialect == TomlDialect.GO_TOML_2_4;
  }

  @Override
  void assign(List<TomlKey> path, TomlValue value) {
    TomlTable target = current();
    for (TomlKey part : path.subList(0, path.size() - 1)) {
      TomlTable.Entry known = target.entry(part.text());
      if (known == null) {
        target = newTable(target, part, Origin.DOTTED, part.start());
      } else if (known.value() instanceof TomlTable table && mayGrow(table)) {
        target = table;
      } else {
        notATable(part, known);
        return;
      }
    }
    TomlKey last = path.get(path.size() - 1);
    TomlTable.Entry known = target.entry(last.text());
    if (known == null) {
      target.put(last, value);
    } else {
      definedAgain(last, known);
    }
  }

  /** Before v2.4 a dotted key may also add to a table that only a deeper header has named. */
  private boolean mayGrow(TomlTable table) {
    return table.origin() == Origin.DOTTED || (!newest && table.origin() == Origin.IMPLIED);
  }

  private void notATable(TomlKey part, TomlTable.Entry known) {
    if (newest) {
      definedAgain(part, known);
      return;
    }
    boolean table = known.value() instanceof TomlTable t && t.origin() != Origin.INLINE;
    clash(
        part.start(),
        part.end(),
        "this is already defined, and not for dotted keys",
        table
            ? "toml: cannot redefine table "
                + part.text()
                + " that has already been explicitly defined"
            : "toml: expected " + part.text() + " to be a table, not a " + kind(known.value()),
        known.key().start());
  }

  private void definedAgain(TomlKey key, TomlTable.Entry known) {
    clash(
        key.start(),
        key.end(),
        "this key is already defined",
        "toml: key " + key.text() + " is already defined",
        known.key().start());
  }

  @Override
  @Nullable TomlTable openTable(TomlHeader header) {
    TomlTable parent = parent(header);
    if (parent == null) {
      return null;
    }
    TomlKey name = header.path().get(header.path().size() - 1);
    TomlTable.Entry known = parent.entry(name.text());
    if (known == null) {
      return newTable(parent, name, Origin.HEADER, header.start());
    }
    if (known.value() instanceof TomlTable table && table.origin() == Origin.IMPLIED) {
      table.origin(Origin.HEADER);
      return table;
    }
    tableAgain(header, name, known);
    return null;
  }

  private void tableAgain(TomlHeader header, TomlKey name, TomlTable.Entry known) {
    String said = "toml: table " + name.text() + " already exists";
    if (known.value() instanceof TomlTable table && table.origin() != Origin.INLINE) {
      boolean dotted = table.origin() == Origin.DOTTED && newest;
      clash(
          header.start(),
          header.end(),
          "this table is already defined",
          dotted ? said + " as defined by a dotted key" : said,
          table.start());
    } else {
      String other =
          known.value() instanceof TomlArray array && array.ofHeaders() && newest
              ? said + " as an array of tables"
              : "toml: key " + name.text() + " should be a table, not a " + kind(known.value());
      clash(
          header.start(),
          header.end(),
          "this is already defined, and not as a table",
          other,
          known.key().start());
    }
  }

  private static String kind(TomlValue value) {
    return value instanceof TomlArray array && array.ofHeaders() ? "array-table" : "value";
  }

  @Override
  @Nullable TomlTable openArray(TomlHeader header) {
    TomlTable parent = parent(header);
    if (parent == null) {
      return null;
    }
    TomlKey name = header.path().get(header.path().size() - 1);
    TomlTable.Entry known = parent.entry(name.text());
    TomlArray array;
    if (known == null) {
      array = new TomlArray(true, header.start(), header.end());
      parent.put(name, array);
    } else if (known.value() instanceof TomlArray tables && tables.ofHeaders()) {
      array = tables;
    } else {
      clash(
          header.start(),
          header.end(),
          "this is already defined, and not as an array of tables",
          null,
          known.key().start());
      return null;
    }
    TomlTable item = new TomlTable(Origin.HEADER, header.start(), header.end());
    array.add(item);
    return item;
  }

  /** The table that holds the one a header names, made where it does not exist. */
  private @Nullable TomlTable parent(TomlHeader header) {
    TomlTable parent = root();
    for (TomlKey part : header.path().subList(0, header.path().size() - 1)) {
      TomlTable.Entry known = parent.entry(part.text());
      if (known == null) {
        parent = newTable(parent, part, Origin.IMPLIED, header.start());
      } else if (known.value() instanceof TomlTable table && table.origin() != Origin.INLINE) {
        parent = table;
      } else if (known.value() instanceof TomlArray array && array.ofHeaders()) {
        parent = array.lastTable();
      } else {
        valueInTheWay(header, part, known);
        return null;
      }
    }
    return parent;
  }

  private void valueInTheWay(TomlHeader header, TomlKey part, TomlTable.Entry known) {
    clash(
        header.start(),
        header.end(),
        "part of this name is already defined, and not as a table",
        newest
            ? "toml: key " + part.text() + " already exists as a value"
            : "toml: expected " + part.text() + " to be a table, not a value",
        known.key().start());
  }
}
