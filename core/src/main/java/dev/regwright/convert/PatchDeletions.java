package dev.regwright.convert;

import dev.regwright.source.Finding;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a patch deletes with {@code $patch}. A reader takes deletions out of the documents it gives,
 * but they stand in the file, and those about registries have another form in documents than in
 * {@code machine.registries}.
 */
final class PatchDeletions {
  private static final String KEY = "$patch";

  private final TalosFile file;
  private final Map<Integer, YamlMapping> roots = new LinkedHashMap<>();

  private PatchDeletions(TalosFile file) {
    this.file = file;
  }

  static PatchDeletions of(TalosFile file) {
    var deletions = new PatchDeletions(file);
    if (file.patch() && file.source().text().contains(KEY)) {
      for (YamlDocument document : YamlStream.read(file.source()).documents()) {
        if (document.root() instanceof YamlMapping root) {
          deletions.roots.put(document.start(), root);
        }
      }
    }
    return deletions;
  }

  /** A document's content as it is written; null when it is no mapping. */
  @Nullable YamlMapping written(TalosDocument document) {
    return document.yaml().root() instanceof YamlMapping mapping
        ? roots.getOrDefault(document.yaml().start(), mapping)
        : null;
  }

  /**
   * Adds why registries that are deleted cannot be converted.
   *
   * @param legacy whether {@code machine.registries} is converted, or else documents
   */
  void refuse(boolean legacy, List<Finding> refusals) {
    for (YamlMapping root : roots.values()) {
      YamlNode where = legacy ? registries(root) : document(root);
      YamlNode deletion = where == null ? null : deletion(where);
      if (deletion != null) {
        refusals.add(
            ConvertRules.REFUSED
                .finding(
                    file.span(deletion),
                    "this patch deletes registries with $patch, which documents and "
                        + "machine.registries each do in their own way")
                .withHelp("write the deletion anew, and convert the rest in a file of its own"));
      }
    }
  }

  private static @Nullable YamlNode document(YamlMapping root) {
    return root.get("kind") instanceof YamlScalar kind && kind.text().startsWith("Registry")
        ? root
        : null;
  }

  private static @Nullable YamlNode registries(YamlMapping root) {
    return root.get("machine") instanceof YamlMapping machine ? machine.get("registries") : null;
  }

  private static @Nullable YamlNode deletion(YamlNode tree) {
    Deque<YamlNode> left = new ArrayDeque<>();
    left.push(tree);
    while (!left.isEmpty()) {
      YamlNode node = left.pop();
      if (node instanceof YamlMapping mapping) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          if (KEY.equals(entry.keyText())) {
            return entry.key();
          }
          left.push(entry.value());
        }
      } else if (node instanceof YamlSequence sequence) {
        sequence.items().forEach(left::push);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return roots.size() + " documents";
  }
}
