package dev.regwright.talos;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds Talos registry configuration inside files of other kinds: talhelper's {@code
 * talconfig.yaml}, Omni's cluster templates and config patches, Kubernetes ConfigMaps and Secrets,
 * the Cluster API's Talos templates and whatever else has patches in it.
 *
 * <p>A block or quoted scalar counts when its text configures registries. A mapping, and an
 * operation of a JSON patch, counts when it does so below a key that ends in {@code patch} or
 * {@code patches}. References to other files ({@code @file}) are not followed.
 */
public final class EmbeddedYaml {
  private EmbeddedYaml() {}

  /**
   * What is embedded in a file, in its order, and what is embedded in that; not deeper. Free of
   * cost for a file of Talos's own documents.
   */
  public static List<Embedded> in(TalosFile file) {
    if (!mayHold(file)) {
      return List.of();
    }
    List<Embedded> found = new ArrayList<>();
    new EmbeddedSearch(file, file.talos(), null, found).run();
    return List.copyOf(found);
  }

  private static boolean mayHold(TalosFile file) {
    for (TalosDocument document : file.documents()) {
      if (mayHold(document, file.talos())) {
        return Relevance.mayConfigureRegistries(file.source().text());
      }
    }
    return false;
  }

  /** Whether anything in a document may be a patch; Talos's own documents hold none. */
  static boolean mayHold(TalosDocument document, boolean ofTalos) {
    return !ofTalos || (document instanceof TalosDocument.Other other && !other.known());
  }
}
