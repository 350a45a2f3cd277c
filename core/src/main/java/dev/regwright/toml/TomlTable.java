package dev.regwright.toml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with its entries in the order in which their keys first appear. */
public final class TomlTable implements TomlValue {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final int start;
  private final int end;
  private Origin origin;

  TomlTable(Origin origin, int start, int end) {
    this.origin = origin;
    this.start = start;
    this.end = end;
  }

  /** How a table came to be. */
  public enum Origin {
    /** The file itself, or a header that names it. */
    HEADER,
    /** A header that names a table inside it. */
    IMPLIED,
    /** A dotted key. */
    DOTTED,
    /** Braces. */
    INLINE
  }

  /** A key and its value; the key is where it was first written. */
  public record Entry(TomlKey key, TomlValue value) {}

  /** The entry of a key, or null. */
  public @Nullable Entry entry(String key) {
    return entries.get(key);
  }

  /** The value of a key, or null. */
  public @Nullable TomlValue get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /** All entries in order. */
  public Collection<Entry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** How the table came to be. */
  public Origin origin() {
    return origin;
  }

  /** Whether there is no value in it or in the tables in it: headers and nothing else. */
  public boolean hollow() {
    return origin != Origin.INLINE
        && entries.values().stream()
            .allMatch(entry -> entry.value() instanceof TomlTable table && table.hollow());
  }

  void origin(Origin now) {
    origin = now;
  }

  void put(TomlKey key, TomlValue value) {
    entries.put(key.text(), new Entry(key, value));
  }

  /** Where it was first written: its braces, or the first header or dotted key that made it. */
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
    return "table of " + entries.size() + " at " + start;
  }
}
