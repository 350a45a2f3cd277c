package dev.regwright.talos;

import dev.regwright.source.DidYouMean;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells Talos configuration from the other YAML files people keep beside it. */
public final class Relevance {
  private static final Set<String> KINDS =
      Set.of(DocumentDecoder.MIRROR, DocumentDecoder.AUTH, DocumentDecoder.TLS);

  private Relevance() {}

  /**
   * Whether a text may configure registries; cheap, and never false for one that does. Directories
   * are full of files that need not even be parsed.
   */
  public static boolean mayConfigureRegistries(String text) {
    return text.contains("egistries") || containsKind(text);
  }

  private static boolean containsKind(String text) {
    for (int at = text.indexOf("egistr"); at >= 0; at = text.indexOf("egistr", at + 1)) {
      int end = Math.min(text.length(), at + 32);
      String word = text.substring(at, end).toLowerCase(Locale.ROOT);
      if (word.contains("config")
          || word.contains("mirror")
          || word.contains("tls")
          || word.contains("auth")) {
        return true;
      }
    }
    return false;
  }

  static boolean of(SourceFile source, List<TalosDocument> documents) {
    for (TalosDocument document : documents) {
      if (isTalos(document)) {
        return true;
      }
    }
    // Nothing readable: judge by the words of what could not be read.
    return documents.isEmpty() && KINDS.stream().anyMatch(source.text()::contains);
  }

  private static boolean isTalos(TalosDocument document) {
    if (document instanceof TalosDocument.Machine) {
      return isMachineConfig(document.yaml());
    }
    if (document instanceof TalosDocument.Other other) {
      YamlMapping root = EntryReader.asMapping(other.yaml().root());
      // Talos's slip may have told it another kind than the one that is written.
      boolean written = root != null && KINDS.contains(DocumentId.of(root).kind());
      return written
          || (other.known() && apiVersionIsTalos(other.yaml()))
          || DidYouMean.closest(other.kind(), KINDS).isPresent();
    }
    return true;
  }

  /**
   * Many files have a key {@code cluster} or {@code debug}; Talos's have {@code machine} or say a
   * version.
   */
  private static boolean isMachineConfig(YamlDocument document) {
    YamlMapping root = EntryReader.asMapping(document.root());
    return root != null
        && (EntryReader.asMapping(root.get("machine")) != null || isV1alpha1(root, "version"));
  }

  private static boolean apiVersionIsTalos(YamlDocument document) {
    YamlMapping root = EntryReader.asMapping(document.root());
    return root != null && isV1alpha1(root, "apiVersion");
  }

  private static boolean isV1alpha1(YamlMapping root, String key) {
    Field<String> version = EntryReader.text(root, key);
    return version != null && version.value().equals("v1alpha1");
  }
}
