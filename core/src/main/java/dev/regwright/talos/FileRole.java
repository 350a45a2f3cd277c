package dev.regwright.talos;

/** What a file is to Talos. */
public enum FileRole {
  /** Told from the file: a patch if it holds {@code $patch}, else a configuration. */
  AUTO,
  /** A configuration, as {@code talosctl validate} takes it. */
  CONFIG,
  /** A strategic-merge patch: {@code $patch} is allowed, and documents may be partial. */
  PATCH
}
