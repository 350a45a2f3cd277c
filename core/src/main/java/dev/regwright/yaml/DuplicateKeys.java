package dev.regwright.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As go-yaml's {@code uniqueKeys}: two keys of one mapping are equal when their kind and their text
 * are. All sequences are equal, and all mappings, for they have no text.
 */
final class DuplicateKeys {
  private static final int FEW = 8;

  private DuplicateKeys() {}

  /** Told of a key and of the one that was there before. */
  interface Listener {
    void duplicate(YamlNode first, YamlNode second);
  }

  private record AliasKey(String name) {}

  static void find(List<YamlMapping.Entry> entries, Listener listener) {
    if (entries.size() <= FEW) {
      compareAll(entries, listener);
      return;
    }
    Map<Object, YamlNode> seen = new HashMap<>();
    for (YamlMapping.Entry entry : entries) {
      YamlNode first = seen.putIfAbsent(identity(entry.key()), entry.key());
      if (first != null) {
        listener.duplicate(first, entry.key());
      }
    }
  }

  private static void compareAll(List<YamlMapping.Entry> entries, Listener listener) {
    for (int i = 1; i < entries.size(); i++) {
      Object key = identity(entries.get(i).key());
      for (int j = 0; j < i; j++) {
        if (key.equals(identity(entries.get(j).key()))) {
          listener.duplicate(entries.get(j).key(), entries.get(i).key());
          break;
        }
      }
    }
  }

  private static Object identity(YamlNode key) {
    if (key instanceof YamlScalar scalar) {
      return scalar.text();
    }
    return key instanceof YamlAlias alias ? new AliasKey(alias.name()) : key.getClass();
  }
}
