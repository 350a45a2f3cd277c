package dev.regwright.containerd;

/** What an entry of hosts.toml is for. */
public enum HostRole {
  /** A {@code host} table: asked in the order of the file. */
  MIRROR,
  /** The {@code server} and the keys at the top: asked last. */
  SERVER
}
