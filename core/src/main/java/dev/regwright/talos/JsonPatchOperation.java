package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations of a JSON patch (RFC 6902) that put something into {@code machine.registries}, read as
 * the strategic-merge patches they amount to.
 */
final class JsonPatchOperation {
  private static final int DEEPEST = 16;

  private JsonPatchOperation() {}

  /** Whether a node has the form of an operation. */
  static boolean isOperation(YamlNode node) {
    return node instanceof YamlMapping m
        && m.get("path") instanceof YamlScalar
        && m.get("op") instanceof YamlScalar;
  }

  /**
   * What an operation adds or replaces, as a machine configuration; null when it is not about
   * registries.
   */
  static @Nullable YamlMapping asMachineConfig(YamlMapping operation) {
    YamlNode value = operation.get("value");
    boolean sets =
        operation.get("op") instanceof YamlScalar op
            && (op.text().equals("add") || op.text().equals("replace"));
    if (!sets || value == null || !(operation.get("path") instanceof YamlScalar path)) {
      return null;
    }
    List<String> keys = List.of(path.text().split("/", DEEPEST));
    boolean ofMachine = keys.size() > 1 && keys.get(0).isEmpty() && keys.get(1).equals("machine");
    boolean ofRegistries =
        keys.size() == 2
            ? value.resolved() instanceof YamlMapping m && m.find("registries") != null
            : keys.size() > 2 && keys.get(2).equals("registries");
    return ofMachine && ofRegistries ? nested(keys, path, value) : null;
  }

  private static @Nullable YamlMapping nested(List<String> keys, YamlScalar path, YamlNode value) {
    YamlNode node = value;
    for (int i = keys.size() - 1; i > 0; i--) {
      String key = keys.get(i).replace("~1", "/").replace("~0", "~");
      boolean item = i > 1 && keys.get(i - 1).equals("endpoints");
      node = item ? list(path, node) : map(path, key, node);
    }
    return node instanceof YamlMapping mapping ? mapping : null;
  }

  private static YamlNode list(YamlScalar path, YamlNode item) {
    return new YamlSequence(path.start(), path.end(), List.of(item), true, null);
  }

  private static YamlNode map(YamlScalar path, String key, YamlNode value) {
    var name = new YamlScalar(path.start(), path.end(), key, YamlScalar.Style.DOUBLE_QUOTED, null);
    var entry = new YamlMapping.Entry(name, value);
    return new YamlMapping(path.start(), path.end(), List.of(entry), true, null);
  }
}
