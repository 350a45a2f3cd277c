package dev.regwright.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration is judged for.
 *
 * @param talos the Talos version that loads it
 * @param containerd the containerd version that pulls by it
 * @param mode where the machine runs; when given, files are judged as complete configurations, as
 *     {@code talosctl validate --mode} does; when null, they may be parts and patches
 * @param today the day certificates are judged for; when null, their dates are not
 * @param from the Talos version nodes are upgraded from, when it is the upgrade that is judged
 */
public record Target(
    TalosVersion talos,
    ContainerdVersion containerd,
    @Nullable TalosMode mode,
    @Nullable LocalDate today,
    @Nullable TalosVersion from) {

  /** A Talos version with the containerd it ships. */
  public static Target talos(TalosVersion version) {
    return new Target(version, ContainerdVersion.bundledWith(version), null, null, null);
  }

  /** This target for another Talos, with the containerd it ships, and without an upgrade. */
  public Target withTalos(TalosVersion other) {
    return new Target(other, ContainerdVersion.bundledWith(other), mode, today, null);
  }

  /** This target for nodes that have an older Talos now. */
  public Target upgradedFrom(TalosVersion older) {
    return new Target(talos, containerd, mode, today, older);
  }

  /** This target in a mode. */
  public Target withMode(@Nullable TalosMode other) {
    return new Target(talos, containerd, other, today, from);
  }

  /** This target with another containerd. */
  public Target withContainerd(ContainerdVersion other) {
    return new Target(talos, other, mode, today, from);
  }

  /** This target on a day. */
  public Target withToday(LocalDate day) {
    return new Target(talos, containerd, mode, day, from);
  }
}
