package dev.regwright.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An array of values, or the tables that headers in double brackets have added to one name. */
public final class TomlArray implements TomlValue {
  private final List<TomlValue> items = new ArrayList<>();
  private final boolean ofHeaders;
  private final int start;
  private final int end;
  private int tables;

  TomlArray(boolean ofHeaders, int start, int end) {
    this.ofHeaders = ofHeaders;
    this.start = start;
    this.end = end;
  }

  void add(TomlValue item) {
    items.add(item);
    tables += item instanceof TomlTable ? 1 : 0;
  }

  /** The last table, if this is an array of nothing but tables. */
  TomlTable lastTable() {
    return (TomlTable) items.get(items.size() - 1);
  }

  /** The items in order. */
  public List<TomlValue> items() {
    return Collections.unmodifiableList(items);
  }

  /** Whether headers in double brackets made it. */
  public boolean ofHeaders() {
    return ofHeaders;
  }

  /** Whether it has items and all of them are tables. */
  public boolean ofTables() {
    return tables > 0 && tables == items.size();
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public String toString() {
    return "array of " + items.size() + " at " + start;
  }
}
