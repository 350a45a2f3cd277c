package dev.regwright.talos;

import dev.regwright.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $patch: delete} in a patch: what Talos calls a selector.
 *
 * @param apiVersion of the document to delete from, as written; empty for a machine configuration
 * @param kind of that document
 * @param name of that document, or empty
 * @param path to what is deleted; empty for the whole document
 * @param key when a list item is deleted: the field it is found by, else null
 * @param value the text that field must have
 * @param node where it is written
 */
record PatchDelete(
    String apiVersion,
    String kind,
    String name,
    List<String> path,
    @Nullable String key,
    String value,
    YamlNode node) {
  PatchDelete {
    path = List.copyOf(path);
  }

  /** The document's id, as patches are matched by. */
  String documentId() {
    return name.isEmpty() ? apiVersion + "/" + kind : apiVersion + "/" + kind + "/" + name;
  }

  String pathText() {
    return String.join(".", path);
  }
}
