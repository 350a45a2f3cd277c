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
 */
public record Target(
    TalosVersion talos,
    ContainerdVersion containerd,
    @Nullable TalosMode mode,
    @Nullable LocalDate today) {

  /** A Talos version with the containerd it ships. */
  public static Target talos(TalosVersion version) {
    return new Target(version, ContainerdVersion.bundledWith(version), null, null);
  }

  /** This target for another Talos, with the containerd it ships. */
  public Target withTalos(TalosVersion other) {
    return new Target(other, ContainerdVersion.bundledWith(other), mode, today);
  }

  /** This target in a mode. */
  public Target withMode(@Nullable TalosMode other) {
    return new Target(talos, containerd, other, today);
  }

  /** This target with another containerd. */
  public Target withContainerd(ContainerdVersion other) {
    return new Target(talos, other, mode, today);
  }

  /** This target on a day. */
  public Target withToday(LocalDate day) {
    return new Target(talos, containerd, mode, day);
  }
}
