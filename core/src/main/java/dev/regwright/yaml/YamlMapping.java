package dev.regwright.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping; entries in the order written, duplicates included.
 *
 * @param flow whether it is written with braces
 */
public record YamlMapping(
    int start, int end, List<Entry> entries, boolean flow, @Nullable NodeProperties properties)
    implements YamlNode {

  /** One key and its value. */
  public record Entry(YamlNode key, YamlNode value) {
    /** The text of a scalar key as written, or null for any other key. */
    public @Nullable String keyText() {
      return key.resolved() instanceof YamlScalar s ? s.text() : null;
    }

    @Override
    public String toString() {
      return "entry at " + key.start();
    }
  }

  /** The last entry whose key has this text, which is the one go-yaml's decoder keeps, or null. */
  public @Nullable Entry find(String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (key.equals(entries.get(i).keyText())) {
        return entries.get(i);
      }
    }
    return null;
  }

  /** The value under {@link #find}, or null. */
  public @Nullable YamlNode get(String key) {
    Entry entry = find(key);
    return entry == null ? null : entry.value();
  }

  /** The mapping at its place with other entries. */
  public YamlMapping withEntries(List<Entry> others) {
    return new YamlMapping(start, end, List.copyOf(others), flow, properties);
  }

  @Override
  public String shortTag() {
    return Tags.ofCollection(tag(), "!!map");
  }

  @Override
  public String toString() {
    return "mapping at " + start;
  }
}
