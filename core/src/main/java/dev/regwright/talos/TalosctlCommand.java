package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;

/** The talosctl commands that take registry flags. */
public enum TalosctlCommand {
  /** It has {@code --registry-mirror} only. */
  GEN_CONFIG,
  /**
   * The developers' command, with both flags; from Talos 1.12 on it is called {@code cluster create
   * dev}.
   */
  CLUSTER_CREATE;

  /** How the command is called in a version. */
  public String words(TalosVersion version) {
    return switch (this) {
      case GEN_CONFIG -> "talosctl gen config";
      case CLUSTER_CREATE ->
          TalosChange.CLUSTER_CREATE_DEV.in(version)
              ? "talosctl cluster create dev"
              : "talosctl cluster create";
    };
  }
}
