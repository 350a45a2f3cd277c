package dev.regwright.containerd;

/**
 * Something a configuration says and hosts.toml directories cannot, or not for every version.
 *
 * @param part what it belongs to
 * @param name the name of the mirror, or the host of credentials and TLS settings
 * @param endpoint which endpoint of the mirror, counted from 0; -1 when it is about all of it
 * @param what what becomes of it, without a full stop and without secrets
 */
public record HostsLoss(Part part, String name, int endpoint, String what) {
  /** The sorts of values a configuration has. */
  public enum Part {
    MIRROR,
    AUTH,
    TLS
  }
}
