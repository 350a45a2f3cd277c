package dev.regwright.run;

import dev.regwright.containerd.HostsDirectoryWriter;
import dev.regwright.convert.HostsProfile;
import org.jspecify.annotations.Nullable;

/**
 * How hosts.toml directories are written.
 *
 * @param criPart where credentials go, or null
 * @param imageCache whether Talos's image cache is taken to be ready
 * @param prune whether directories of registries that are not configured any more go
 * @param root where the directories will lie on the machine that pulls
 */
public record HostsOptions(
    HostsProfile profile,
    @Nullable String criPart,
    boolean imageCache,
    boolean prune,
    String root) {

  /** Refuses what does not go together. */
  public void check() throws UsageException {
    boolean ofTalos = criPart != null || imageCache;
    if (ofTalos && profile != HostsProfile.TALOS) {
      throw new UsageException("--cri-part and --image-cache go with --profile talos");
    }
    if (!root.startsWith("/")) {
      throw new UsageException("--hosts-root takes an absolute path");
    }
  }

  /** Whether anything but the usual was asked for. */
  boolean given() {
    return profile != HostsProfile.CONTAINERD || prune || !root.equals(HostsDirectoryWriter.ROOT);
  }
}
