package dev.regwright.talos;

import dev.regwright.talos.Shape.Base64;
import dev.regwright.talos.Shape.Flag;
import dev.regwright.talos.Shape.ListOf;
import dev.regwright.talos.Shape.MapOf;
import dev.regwright.talos.Shape.Struct;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlMapping.Entry;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges two trees as Talos merges what it decoded them into ({@code config/merge/merge.go}): lists
 * are appended, maps and structs merged key by key, other values replaced unless the right one says
 * nothing. Where we do not know the type, mappings, lists and texts are treated so.
 */
final class TreeMerge {
  /** Below it, the right side replaces the left; no configuration is that deep. */
  private static final int MAX_DEPTH = 200;

  private final Origins origins;

  TreeMerge(Origins origins) {
    this.origins = origins;
  }

  /** The left document with the right one merged into it. */
  YamlMapping merge(YamlMapping left, YamlMapping right, Shape.Struct shape) {
    return struct(left, right, shape, 0);
  }

  private YamlNode merge(YamlNode left, YamlNode right, Shape shape, int depth) {
    if (isNull(right)) {
      return left;
    }
    if (isNull(left) || depth > MAX_DEPTH) {
      return right;
    }
    YamlNode a = left.resolved();
    YamlNode b = right.resolved();
    if (a instanceof YamlScalar && b instanceof YamlScalar && SameValue.of(a, b)) {
      return left; // said before
    }
    if (shape instanceof Flag || shape instanceof Base64 || isOpaque(shape)) {
      return right;
    }
    if (a instanceof YamlMapping x && b instanceof YamlMapping y) {
      return shape instanceof MapOf map
          ? map(x, y, map, depth)
          : struct(x, y, shape instanceof Struct s ? s : null, depth);
    }
    if (a instanceof YamlSequence x && b instanceof YamlSequence y) {
      return shape instanceof ListOf || shape instanceof Shape.Any ? list(x, y) : right;
    }
    boolean blank = b instanceof YamlScalar && Scalars.text(b).isEmpty();
    return blank ? left : right;
  }

  private static boolean isNull(YamlNode node) {
    return node.resolved() instanceof YamlScalar scalar && scalar.isNull();
  }

  /** A legacy client identity is decoded as one: a half that is not written is set to nothing. */
  private static boolean isOpaque(Shape shape) {
    return shape.goType().equals(Shapes.LEGACY_IDENTITY);
  }

  private YamlSequence list(YamlSequence left, YamlSequence right) {
    List<YamlNode> items = new ArrayList<>(left.items());
    items.addAll(right.items());
    return origins.instead(left, left.withItems(items));
  }

  /** Structs, and mappings whose type we do not know. */
  private YamlMapping struct(
      YamlMapping left, YamlMapping right, @Nullable Struct shape, int depth) {
    List<Entry> entries = new ArrayList<>(left.entries());
    for (Entry entry : right.entries()) {
      String key = entry.keyText();
      int at = last(entries, key);
      if (at >= 0) {
        Shape field = field(shape, key);
        Entry old = entries.get(at);
        entries.set(at, new Entry(old.key(), merge(old.value(), entry.value(), field, depth + 1)));
      } else if (!isNull(entry.value())) {
        entries.add(entry);
      }
    }
    return mapping(left, entries);
  }

  private static Shape field(@Nullable Struct shape, @Nullable String key) {
    Shape field = shape == null || key == null ? null : shape.fields().get(key);
    return field == null ? new Shape.Any() : field;
  }

  private static int last(List<Entry> entries, @Nullable String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (key != null && key.equals(entries.get(i).keyText())) {
        return i;
      }
    }
    return -1;
  }

  private YamlMapping map(YamlMapping left, YamlMapping right, MapOf shape, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>(LegacyReader.effective(left));
    for (Map.Entry<String, Entry> e : LegacyReader.effective(right).entrySet()) {
      Entry old = entries.get(e.getKey());
      Entry entry = e.getValue();
      entries.put(
          e.getKey(),
          old == null
              ? entry
              : new Entry(old.key(), merge(old.value(), entry.value(), shape.value(), depth + 1)));
    }
    return mapping(left, List.copyOf(entries.values()));
  }

  private YamlMapping mapping(YamlMapping left, List<Entry> entries) {
    return origins.instead(left, left.withEntries(entries));
  }
}
