package dev.regwright.talos;

/** One thing a strategic-merge patch does; they are done in the order of the file. */
sealed interface PatchStatement {
  /** Takes something away. */
  record Delete(PatchDelete selector) implements PatchStatement {}

  /** Merges a document into the one with the same id, or adds it. */
  record Merge(TalosDocument document) implements PatchStatement {}
}
