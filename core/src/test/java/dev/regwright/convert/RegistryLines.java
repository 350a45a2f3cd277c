package dev.regwright.convert;

import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The lines of a file that hold registry configuration, as the YAML library itself sees them: all
 * of {@code machine.registries} and the key {@code machine}, or the documents of our kinds, or, in
 * a file of another kind, the texts that mention either. Comments and empty lines below belong to
 * them.
 */
final class RegistryLines {
  private final String[] lines;
  private final boolean legacy;
  private final Set<Integer> found = new TreeSet<>();

  private RegistryLines(String text, boolean legacy) {
    this.lines = text.split("\n", -1);
    this.legacy = legacy;
  }

  static Set<Integer> of(String text, boolean legacy) {
    var registries = new RegistryLines(text, legacy);
    var compose = new Compose(LoadSettings.builder().setAllowDuplicateKeys(true).build());
    for (Node node : compose.composeAllFromString(text)) {
      registries.document(node);
    }
    return registries.found;
  }

  private void document(Node node) {
    if (!(node instanceof MappingNode root)) {
      return;
    }
    String kind = text(value(root, "kind"));
    if (kind != null && kind.startsWith("Registry")) {
      if (!legacy) {
        add(node);
      }
      return;
    }
    NodeTuple machine = entry(root, "machine");
    if (machine != null && machine.getValueNode() instanceof MappingNode inner) {
      if (inner.getValue().isEmpty()) {
        found.add(line(machine.getKeyNode()));
      }
      NodeTuple registries = entry(inner, "registries");
      if (registries != null) {
        add(registries.getKeyNode());
        add(registries.getValueNode());
        found.add(line(machine.getKeyNode()));
        if (root.getValue().size() == 1 && inner.getValue().size() == 1) {
          add(machine.getKeyNode());
        }
        if (root.getFlowStyle() == FlowStyle.FLOW) {
          add(root);
        }
      }
    } else if (machine != null) {
      found.add(line(machine.getKeyNode()));
    } else {
      embedded(root);
    }
  }

  private void embedded(Node node) {
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> embedded(tuple.getValueNode()));
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::embedded);
    } else if (node instanceof ScalarNode scalar
        && (scalar.getValue().contains("registries") || scalar.getValue().contains("kind: Reg"))) {
      int head = line(node);
      Set<Integer> inner = of(scalar.getValue(), legacy);
      boolean block = scalar.getScalarStyle().toString().matches("LITERAL|FOLDED|[|>]");
      inner.forEach(i -> found.add(block ? head + i : head));
    }
  }

  private void add(Node node) {
    int first = line(node);
    int last = node.getEndMark().orElseThrow().getLine() + 1;
    int column = node.getEndMark().orElseThrow().getColumn();
    for (int i = first; i < last || (i == last && column > 0); i++) {
      found.add(i);
    }
    for (int i = first - 1; i > 0 && isEmpty(i); i--) {
      found.add(i);
    }
    for (int i = column > 0 ? last + 1 : last; i <= lines.length && isEmpty(i); i++) {
      found.add(i);
    }
  }

  private boolean isEmpty(int line) {
    String text = lines[line - 1].strip();
    return text.isEmpty()
        || text.startsWith("#")
        || text.equals("---")
        || text.equals("...")
        || text.equals("}")
        || text.equals("{");
  }

  private static int line(Node node) {
    return node.getStartMark().orElseThrow().getLine() + 1;
  }

  private static Node value(MappingNode mapping, String key) {
    NodeTuple entry = entry(mapping, key);
    return entry == null ? null : entry.getValueNode();
  }

  private static NodeTuple entry(MappingNode mapping, String key) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (key.equals(text(tuple.getKeyNode()))) {
        return tuple;
      }
    }
    return null;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }
}
