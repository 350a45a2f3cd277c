package dev.regwright.containerd;

import java.util.List;

/**
 * The {@code mirrors} entry of one registry.
 *
 * @param registry the registry it is for, as written; {@code *} for all others
 * @param endpoints URLs in the order in which they are asked
 */
public record CriMirror(Setting<String> registry, List<Setting<String>> endpoints) {
  /** Copies the list. */
  public CriMirror {
    endpoints = List.copyOf(endpoints);
  }
}
