package dev.regwright.talos;

import dev.regwright.model.TalosVersion;
import dev.regwright.yaml.YamlAlias;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Talos tells what a document is, its slip included: the loader ({@code decoder.go}) walks keys
 * and values alike, so that a value that reads {@code kind} makes the node behind it the document's
 * kind.
 *
 * @param kind the kind found, or empty
 * @param version the apiVersion found, or empty
 * @param kindNode what the kind was taken from, or null
 * @param fromValue the value that was taken for a key and decided kind or version, or null
 * @param failure why telling failed, or null
 * @param failedAt where it failed, or null
 */
record DocumentType(
    String kind,
    String version,
    @Nullable YamlNode kindNode,
    @Nullable YamlNode fromValue,
    @Nullable String failure,
    @Nullable YamlNode failedAt) {

  private static final List<String> MACHINE_KEYS =
      List.of("machine", "cluster", "debug", "persist");

  static DocumentType of(YamlMapping root, TalosVersion talos) {
    // Fast and common: no value reads like a key.
    List<YamlNode> nodes = new ArrayList<>(root.entries().size() * 2);
    for (YamlMapping.Entry entry : root.entries()) {
      nodes.add(entry.key());
      nodes.add(entry.value());
    }
    return new Scan(nodes, talos).run();
  }

  /**
   * What go-yaml has in a node's Value field: a scalar's text, an alias's name, nothing for
   * collections.
   */
  static String rawValue(@Nullable YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return scalar.text();
    }
    return node instanceof YamlAlias alias ? alias.name() : "";
  }

  private static final class Scan {
    private final List<YamlNode> nodes;
    private final TalosVersion talos;
    private String kind = "";
    private String version = "";
    private @Nullable YamlNode kindNode;
    private @Nullable YamlNode fromValue;

    Scan(List<YamlNode> nodes, TalosVersion talos) {
      this.nodes = nodes;
      this.talos = talos;
    }

    DocumentType run() {
      for (int i = 0; i < nodes.size(); i++) {
        String word = rawValue(nodes.get(i));
        boolean names = word.equals("kind") || word.equals("apiVersion");
        if (names && i + 1 == nodes.size()) {
          String panic =
              "recovered: runtime error: index out of range [%d] with length %d"
                  .formatted(nodes.size(), nodes.size());
          return new DocumentType(kind, version, kindNode, nodes.get(i), panic, nodes.get(i));
        }
        if (names) {
          YamlNode taken = nodes.get(i + 1);
          if (!Scalars.isText(taken, talos)) {
            String what = word.equals("kind") ? "kind" : "version";
            return new DocumentType(kind, version, taken, null, what + " decode", taken);
          }
          take(word, taken, i);
        } else if (MACHINE_KEYS.contains(word)) {
          version = "v1alpha1";
        }
      }
      return new DocumentType(kind, version, kindNode, fromValue, null, null);
    }

    private void take(String word, YamlNode taken, int at) {
      String text = Scalars.text(taken);
      if (text.isEmpty() && taken.resolved() instanceof YamlScalar s && s.isNull()) {
        return; // decoding null leaves the Go variable as it was
      }
      fromValue = at % 2 == 1 ? nodes.get(at) : null;
      if (word.equals("kind")) {
        kind = text;
        kindNode = taken;
      } else {
        version = text;
      }
    }
  }
}
