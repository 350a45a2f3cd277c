package dev.regwright.talos;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.DidYouMean;
import org.jspecify.annotations.Nullable;

/** Words why Talos does not know a document's kind. */
final class KindAdvice {
  private KindAdvice() {}

  static String message(DocumentType type, TalosVersion version) {
    TalosVersion since = KindTable.get().since(type.kind());
    String kind = KeyAdvice.quotable(type.kind());
    if (since == null) {
      return "Talos refuses the file: it has no document of kind " + kind;
    }
    return type.version().equals("v1alpha1")
        ? "Talos " + version + " refuses the file: it has no " + kind
        : "Talos refuses the file: "
            + kind
            + " has no apiVersion "
            + KeyAdvice.quotable(type.version());
  }

  static @Nullable String help(DocumentType type, TalosVersion version) {
    TalosVersion since = KindTable.get().since(type.kind());
    if (since == null) {
      return DidYouMean.closest(type.kind(), KindTable.get().all())
          .map(word -> "did you mean " + word + "?")
          .orElse(null);
    }
    if (!type.version().equals("v1alpha1")) {
      return "write apiVersion: v1alpha1";
    }
    if (version.atLeast(since)) {
      return "remove the document: later versions no longer have this kind";
    }
    // Kinds come with minor releases only; their pre-releases count for them.
    String came = "it came with Talos " + since.minorText();
    boolean registry = type.kind().startsWith("Registry");
    return registry ? came + "; for older versions write machine.registries" : came;
  }
}
