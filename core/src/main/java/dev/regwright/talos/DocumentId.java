package dev.regwright.talos;

import dev.regwright.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * What Talos tells documents apart by while loading: the raw texts of the first top-level
 * apiVersion, kind and name. A document without a kind counts as v1alpha1.
 */
record DocumentId(String apiVersion, String kind, String name) {
  static DocumentId of(YamlMapping root) {
    String kind = first(root, "kind");
    return new DocumentId(
        first(root, "apiVersion"), kind.isEmpty() ? "v1alpha1" : kind, first(root, "name"));
  }

  private static String first(YamlMapping root, String key) {
    for (YamlMapping.Entry entry : root.entries()) {
      if (DocumentType.rawValue(entry.key()).equals(key)) {
        return DocumentType.rawValue(entry.value());
      }
    }
    return "";
  }

  /** Written out: what a record has of itself is put together at run time, at every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentId id
        && name.equals(id.name)
        && kind.equals(id.kind)
        && apiVersion.equals(id.apiVersion);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + kind.hashCode()) * 31 + apiVersion.hashCode();
  }

  /** For people: {@code RegistryMirrorConfig docker.io}. */
  String described() {
    String what = kind.equals("v1alpha1") ? "a machine configuration" : KeyAdvice.quotable(kind);
    return name.isEmpty() ? what : what + " " + KeyAdvice.quotable(name);
  }

  /** As Talos prints it: {@code v1alpha1/RegistryMirrorConfig/docker.io}. */
  @Override
  public String toString() {
    return apiVersion + "/" + kind + "/" + name;
  }
}
