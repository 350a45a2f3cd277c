package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlMapping.Entry;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/** Whether two nodes are the same JSON value. */
final class SameValue {
  private static final int MAX_DEPTH = 200;

  private SameValue() {}

  static boolean of(@Nullable YamlNode a, @Nullable YamlNode b) {
    return same(a, b, 0);
  }

  private static boolean same(@Nullable YamlNode left, @Nullable YamlNode right, int depth) {
    if (isNull(left) || isNull(right)) {
      return isNull(left) && isNull(right);
    }
    YamlNode a = left == null ? null : left.resolved();
    YamlNode b = right == null ? null : right.resolved();
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (a instanceof YamlScalar x && b instanceof YamlScalar y) {
      return x.kind() == y.kind() && x.text().equals(y.text());
    }
    if (a instanceof YamlSequence x && b instanceof YamlSequence y) {
      return sequences(x, y, depth);
    }
    return a instanceof YamlMapping x && b instanceof YamlMapping y && mappings(x, y, depth);
  }

  private static boolean isNull(@Nullable YamlNode node) {
    return node == null || (node.resolved() instanceof YamlScalar scalar && scalar.isNull());
  }

  private static boolean sequences(YamlSequence a, YamlSequence b, int depth) {
    boolean same = a.items().size() == b.items().size();
    for (int i = 0; same && i < a.items().size(); i++) {
      same = same(a.items().get(i), b.items().get(i), depth + 1);
    }
    return same;
  }

  private static boolean mappings(YamlMapping a, YamlMapping b, int depth) {
    if (a.entries().size() != b.entries().size()) {
      return false;
    }
    for (Entry entry : a.entries()) {
      String key = entry.keyText();
      Entry other = key == null ? null : b.find(key);
      if (other == null || !same(entry.value(), other.value(), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
