package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlMapping.Entry;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree: a collection and a key in it. Trees do not change; each operation gives the
 * root of a changed one.
 */
final class JsonPointer {
  private final List<YamlNode> containers; // from the root to the one that holds the key
  private final List<String> keys;
  private final Origins origins;

  private JsonPointer(List<YamlNode> containers, List<String> keys, Origins origins) {
    this.containers = containers;
    this.keys = keys;
    this.origins = origins;
  }

  /** A key that is not there; the texts are evanphx/json-patch's. */
  static final class NotThereException extends Exception {
    private static final long serialVersionUID = 1L;

    NotThereException(String message) {
      super(message, null, false, false);
    }

    NotThereException within(String what) {
      return new NotThereException(what + ": " + getMessage());
    }
  }

  /** The place a pointer names, or null when a collection on the way to it is not there. */
  static @Nullable JsonPointer find(YamlNode root, String path, Origins origins) {
    String[] parts = path.split("/", -1);
    if (parts.length < 2) {
      return null;
    }
    List<YamlNode> containers = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    YamlNode at = root.resolved();
    for (int i = 1; i < parts.length; i++) {
      if (!(at instanceof YamlMapping) && !(at instanceof YamlSequence)) {
        return null;
      }
      String key = parts[i].replace("~1", "/").replace("~0", "~");
      containers.add(at);
      keys.add(key);
      if (i < parts.length - 1) {
        YamlNode next = child(at, key);
        if (next == null) {
          return null;
        }
        at = next.resolved();
      }
    }
    return new JsonPointer(containers, keys, origins);
  }

  private static @Nullable YamlNode child(YamlNode container, String key) {
    if (container instanceof YamlMapping mapping) {
      return mapping.get(key);
    }
    List<YamlNode> items = ((YamlSequence) container).items();
    Integer index = number(key);
    int at = index == null ? -1 : index < 0 ? index + items.size() : index;
    return index == null || at < 0 || at >= items.size() ? null : items.get(at);
  }

  private static @Nullable Integer number(String key) {
    try {
      return Integer.valueOf(key);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private YamlNode container() {
    return containers.get(containers.size() - 1);
  }

  /** The last step. */
  String key() {
    return keys.get(keys.size() - 1);
  }

  /** The value there; null for a key that is absent. */
  @Nullable YamlNode get() throws NotThereException {
    if (container() instanceof YamlSequence sequence) {
      return sequence.items().get(index(sequence.items().size()));
    }
    return child(container(), key());
  }

  /** Whether there is an item to replace; a mapping takes any key. */
  boolean canBeSet() {
    return container() instanceof YamlMapping || child(container(), key()) != null;
  }

  private int index(int limit) throws NotThereException {
    Integer index = number(key());
    if (index == null) {
      throw new NotThereException("strconv.Atoi: parsing \"" + key() + "\": invalid syntax");
    }
    int at = index < 0 ? index + limit : index;
    if (at < 0 || at >= limit) {
      throw new NotThereException(
          "Unable to access invalid index: " + index + ": invalid index referenced");
    }
    return at;
  }

  YamlNode remove() throws NotThereException {
    if (container() instanceof YamlSequence sequence) {
      List<YamlNode> items = new ArrayList<>(sequence.items());
      items.remove(index(items.size()));
      return rebuilt(sequence(sequence, items));
    }
    YamlMapping mapping = (YamlMapping) container();
    Entry entry = mapping.find(key());
    if (entry == null) {
      throw new NotThereException("Unable to remove nonexistent key: " + key() + ": missing value");
    }
    List<Entry> entries = new ArrayList<>(mapping.entries());
    entries.remove(entry);
    return rebuilt(mapping(mapping, entries));
  }

  /** Inserts into a list, or sets in a mapping. */
  YamlNode add(YamlNode value, YamlNode operation) throws NotThereException {
    if (!(container() instanceof YamlSequence sequence)) {
      return set(value, operation);
    }
    List<YamlNode> items = new ArrayList<>(sequence.items());
    if (key().equals("-")) {
      items.add(value);
    } else if (number(key()) == null) {
      throw new NotThereException(
          "value was not a proper array index: '"
              + key()
              + "': strconv.Atoi: parsing \""
              + key()
              + "\": invalid syntax");
    } else {
      items.add(index(items.size() + 1), value);
    }
    return rebuilt(sequence(sequence, items));
  }

  YamlNode set(YamlNode value, YamlNode operation) throws NotThereException {
    if (container() instanceof YamlSequence sequence) {
      List<YamlNode> items = new ArrayList<>(sequence.items());
      items.set(index(items.size()), value);
      return rebuilt(sequence(sequence, items));
    }
    return rebuilt(put((YamlMapping) container(), key(), value, operation));
  }

  private YamlMapping put(YamlMapping mapping, String key, YamlNode value, YamlNode operation) {
    List<Entry> entries = new ArrayList<>(mapping.entries());
    Entry old = mapping.find(key);
    if (old != null) {
      entries.set(entries.indexOf(old), new Entry(old.key(), value));
    } else {
      var name =
          new YamlScalar(
              operation.start(), operation.start(), key, YamlScalar.Style.DOUBLE_QUOTED, null);
      entries.add(new Entry(origins.instead(operation, name), value));
    }
    return mapping(mapping, entries);
  }

  /** The root with a changed collection in the last container's place. */
  private YamlNode rebuilt(YamlNode changed) {
    YamlNode node = changed;
    for (int i = containers.size() - 2; i >= 0; i--) {
      YamlNode outer = containers.get(i);
      if (outer instanceof YamlMapping mapping) {
        node = put(mapping, keys.get(i), node, mapping);
      } else {
        YamlSequence sequence = (YamlSequence) outer;
        List<YamlNode> items = new ArrayList<>(sequence.items());
        Integer index = number(keys.get(i));
        int at = index == null ? 0 : index < 0 ? index + items.size() : index;
        items.set(at, node);
        node = sequence(sequence, items);
      }
    }
    return node;
  }

  private YamlSequence sequence(YamlSequence old, List<YamlNode> items) {
    return origins.instead(old, old.withItems(items));
  }

  private YamlMapping mapping(YamlMapping old, List<Entry> entries) {
    return origins.instead(old, old.withEntries(entries));
  }
}
