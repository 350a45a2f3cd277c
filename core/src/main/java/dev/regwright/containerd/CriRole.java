package dev.regwright.containerd;

/** What a file with CRI settings is to containerd. */
public enum CriRole {
  /** A configuration file of its own, with a {@code version} or version 1 without. */
  MAIN,
  /**
   * A part that something merges into a file of the newest version, as Talos does with everything
   * in {@code /etc/cri/conf.d}.
   */
  PART
}
