package dev.regwright.model;

import java.util.Arrays;
import java.util.List;

/**
 * What changed in containerd, and in which release of each line: the one table behind every "from
 * this version on". Read from the release tags of containerd and checked by running them.
 */
public enum ContainerdChange {
  /** A registry without a directory of its own uses {@code _default}. */
  DEFAULT_DIRECTORY("1.6.17", "1.7.0"),
  /** The upstream of a localhost registry is plain HTTP. */
  LOCALHOST_UPSTREAM("1.6.9", "1.7.0"),
  /** The port of a localhost registry decides between HTTP and HTTPS. */
  LOCALHOST_PORTS("1.6.25", "1.7.8"),
  /** A plain HTTP host with TLS settings is asked over HTTPS first. */
  HTTPS_FIRST("1.6.25", "1.7.7"),
  /** But not on port 80, and not without a port. */
  HTTPS_FIRST_BY_PORT("1.6.25", "1.7.8"),
  /** And without a port again. */
  HTTPS_FIRST_WITHOUT_PORT("1.7.24", "2.0.0"),
  /** A hosts.toml needs no table named host. */
  HOST_TABLE_OPTIONAL("1.7.32"),
  /** go-toml v2; hosts are taken from headers in the order of the file; configuration version 3. */
  GO_TOML_2("2.0.0"),
  /** {@code configs.*.tls} is gone; the CRI image settings have a plugin section of their own. */
  IMAGES_PLUGIN("2.0.0"),
  /** {@code dial_timeout} in hosts.toml. */
  DIAL_TIMEOUT("2.0.7", "2.1.0"),
  /** A {@code dial_timeout} alone is no TLS setting. */
  DIAL_TIMEOUT_IS_NOT_TLS("2.1.0"),
  /** The CRI plugin pulls through the transfer service, which knows one directory only. */
  TRANSFER_SERVICE("2.1.0"),
  /** The capability {@code referrers}. */
  REFERRERS("2.2.0"),
  /** Configuration version 4. */
  CONFIG_VERSION_4("2.3.0"),
  /** go-toml v2.4, which reads TOML 1.1. */
  TOML_1_1("2.4.0");

  private final List<ContainerdVersion> since;

  ContainerdChange(String... since) {
    this.since =
        Arrays.stream(since).map(v -> ContainerdVersion.parse(v).orElseThrow()).sorted().toList();
  }

  /**
   * The first releases that have it, one for each line that got it in a patch, oldest first. Lines
   * between them and all newer ones have it from their beginning.
   */
  public List<ContainerdVersion> since() {
    return since;
  }

  /** Whether a release has it. */
  public boolean in(ContainerdVersion version) {
    for (ContainerdVersion first : since) {
      if (first.major() == version.major() && first.minor() == version.minor()) {
        return version.compareTo(first) >= 0;
      }
    }
    return version.compareTo(since.get(0)) > 0;
  }
}
