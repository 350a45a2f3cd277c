package dev.regwright.talos;

import dev.regwright.source.Span;

/** What comes of applying patches to a configuration. */
public sealed interface PatchResult {
  /**
   * The patches apply.
   *
   * @param file the configuration they give; its nodes stand in the file or in the patch they came
   *     from, which {@link TalosFile#span} knows
   */
  record Patched(TalosFile file) implements PatchResult {}

  /**
   * Talos applies none of the patches.
   *
   * @param why at which step it gives up
   * @param upstream its error text; of errors while loading, the part after the document's name
   * @param span what causes it, in the patch or in the file
   */
  record Refused(Reason why, String upstream, Span span) implements PatchResult {}

  /** The steps of patching. */
  enum Reason {
    /** A patch cannot be read. */
    PATCH_LOAD,
    /** The file cannot be read, or a patch does not fit it. */
    APPLY,
    /** talosctl panics. */
    CRASH
  }
}
