package dev.regwright.containerd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry settings of one plugin section.
 *
 * @param section the section
 * @param at where its name stands first
 * @param read whether the version of containerd looks at it
 * @param configPath the directories of hosts.toml files, or null when not set
 * @param mirrors the old form of mirrors
 * @param configs credentials and, in containerd 1.x, TLS settings by host
 * @param auths credentials by URL, the oldest form
 */
public record CriRegistry(
    CriSection section,
    TextRange at,
    boolean read,
    @Nullable Setting<String> configPath,
    List<CriMirror> mirrors,
    List<CriHost> configs,
    List<CriHost> auths) {
  /** Copies the lists. */
  public CriRegistry {
    mirrors = List.copyOf(mirrors);
    configs = List.copyOf(configs);
    auths = List.copyOf(auths);
  }

  /** The directories of {@code config_path}, as local pulls split it. */
  public List<String> configPaths() {
    return configPath == null || configPath.value().isEmpty()
        ? List.of()
        : List.of(configPath.value().split(":", -1));
  }
}
