package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/** Rules for texts that may be missing. */
final class Texts {
  private Texts() {}

  /** Null for an empty text. */
  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
