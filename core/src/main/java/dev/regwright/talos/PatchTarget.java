package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** What a patch needs to know of a document to find and change it. */
final class PatchTarget {
  private PatchTarget() {}

  /** What patches are matched by: apiVersion, kind and, where the kind has one, the name. */
  static String id(TalosDocument document) {
    YamlMapping root = root(document);
    if (document instanceof TalosDocument.Machine || root == null) {
      return "/v1alpha1";
    }
    boolean named =
        !(document instanceof TalosDocument.Other other) || KindTable.get().named(other.kind());
    String id = text(root, "apiVersion") + "/" + text(root, "kind");
    return named ? id + "/" + text(root, "name") : id;
  }

  private static String text(YamlMapping root, String key) {
    Field<String> field = EntryReader.text(root, key);
    return field == null ? "" : field.value();
  }

  static @Nullable YamlMapping root(TalosDocument document) {
    return EntryReader.asMapping(document.yaml().root());
  }

  static Shape.Struct shape(TalosDocument document) {
    if (document instanceof TalosDocument.Mirror) {
      return Shapes.MIRROR;
    } else if (document instanceof TalosDocument.Auth) {
      return Shapes.AUTH;
    } else if (document instanceof TalosDocument.Tls) {
      return Shapes.TLS;
    }
    return document instanceof TalosDocument.Machine ? Shapes.MACHINE_CONFIG : Shapes.UNKNOWN;
  }
}
