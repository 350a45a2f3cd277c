package dev.regwright.containerd;

import dev.regwright.toml.TomlDialect;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of one table, sorted into those containerd decodes and those it ignores. */
final class HostFields {
  private final TomlTable table;
  private final boolean root;
  private final Map<HostKey, List<TomlTable.Entry>> known = new EnumMap<>(HostKey.class);
  private final List<TomlTable.Entry> ignored = new ArrayList<>();

  private HostFields(TomlTable table, boolean root) {
    this.table = table;
    this.root = root;
  }

  static HostFields of(TomlTable table, Behaviour behaviour, boolean root) {
    HostFields fields = new HostFields(table, root);
    for (TomlTable.Entry entry : table.entries()) {
      Optional<HostKey> key = HostKey.of(entry.key().text(), behaviour, root);
      if (key.isEmpty() || isUnset(key.get(), entry.value(), behaviour)) {
        fields.ignored.add(entry);
      } else {
        fields.add(key.get(), entry, behaviour);
      }
    }
    return fields;
  }

  /** Before v2.4 go-toml decodes a table at its first value, and a hollow one never. */
  private static boolean isUnset(HostKey key, TomlValue value, Behaviour behaviour) {
    boolean wantsTable = key == HostKey.HOST || key == HostKey.HEADER;
    return behaviour.toml() == TomlDialect.GO_TOML_2
        && !wantsTable
        && value instanceof TomlTable table
        && table.hollow();
  }

  /** 1.x prefers the lower-case spelling; 2.x decodes one spelling after the other. */
  private void add(HostKey key, TomlTable.Entry entry, Behaviour behaviour) {
    List<TomlTable.Entry> spellings = known.computeIfAbsent(key, k -> new ArrayList<>());
    if (!spellings.isEmpty() && behaviour.first()) {
      boolean better = entry.key().text().equals(key.key());
      ignored.add(better ? spellings.remove(0) : entry);
      if (!better) {
        return;
      }
    }
    spellings.add(entry);
  }

  TomlTable table() {
    return table;
  }

  boolean root() {
    return root;
  }

  /** The entries containerd decodes, in the order of its fields; several differ in case. */
  Map<HostKey, List<TomlTable.Entry>> known() {
    return known;
  }

  /** The value of a key; of several spellings the last one counts. */
  @Nullable TomlValue value(HostKey key) {
    List<TomlTable.Entry> spellings = known.get(key);
    return spellings == null ? null : spellings.get(spellings.size() - 1).value();
  }

  /** The tables of hosts: one, or one for each spelling. */
  List<TomlTable> hosts() {
    return known.getOrDefault(HostKey.HOST, List.of()).stream()
        .map(TomlTable.Entry::value)
        .filter(TomlTable.class::isInstance)
        .map(TomlTable.class::cast)
        .toList();
  }

  List<TomlTable.Entry> ignored() {
    return ignored;
  }
}
