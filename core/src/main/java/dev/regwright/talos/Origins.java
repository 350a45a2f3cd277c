package dev.regwright.talos;

import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlAlias;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/**
 * Which file each node of a configuration came from: the file itself, unless a patch brought it. A
 * node made by merging two stands where the earlier of the two does.
 */
public final class Origins {
  private final SourceFile base;
  private final IdentityHashMap<YamlNode, SourceFile> others = new IdentityHashMap<>();

  private Origins(SourceFile base) {
    this.base = base;
  }

  /** The origins of nodes that all stand in one file. */
  static Origins of(SourceFile source) {
    return new Origins(source);
  }

  /** Where a finding about a node points to. */
  public Span span(YamlNode node) {
    // A block mapping is shown by its first key, which may have come from somewhere else.
    boolean byKey = node instanceof YamlMapping m && !m.flow() && !m.entries().isEmpty();
    YamlNode shown = byKey ? ((YamlMapping) node).entries().get(0).key() : node;
    return NodeSpans.of(source(shown), shown);
  }

  /** The file itself. */
  SourceFile base() {
    return base;
  }

  /** The file a node stands in. */
  public SourceFile source(YamlNode node) {
    return others.getOrDefault(node, base);
  }

  /** Whether a node stands in the file that was patched. */
  boolean isBase(YamlNode node) {
    return !others.containsKey(node);
  }

  /** Remembers that a node and all below it stand in another file. */
  void bring(YamlNode tree, SourceFile from) {
    if (from == base) {
      return;
    }
    Deque<YamlNode> left = new ArrayDeque<>();
    left.push(tree);
    while (!left.isEmpty()) {
      YamlNode node = left.pop();
      if (others.putIfAbsent(node, from) == null) {
        pushChildren(node, left);
      }
    }
  }

  private static void pushChildren(YamlNode node, Deque<YamlNode> left) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        left.push(entry.key());
        left.push(entry.value());
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(left::push);
    } else if (node instanceof YamlAlias && node.resolved() != node) {
      left.push(node.resolved());
    }
  }

  /** A node that takes the place of another, and stands where that stood. */
  <N extends YamlNode> N instead(YamlNode old, N replacement) {
    SourceFile source = others.get(old);
    if (source != null) {
      others.put(replacement, source);
    }
    return replacement;
  }
}
