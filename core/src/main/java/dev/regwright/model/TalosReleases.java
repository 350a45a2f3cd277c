package dev.regwright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The Talos minors we know, each with its newest release and the containerd it ships, read from the
 * release tags ({@code hack/release.toml}). Talos 1.15 is the main branch of August 2026.
 */
public final class TalosReleases {
  private static final List<Minor> MINORS =
      List.of(
          minor("1.6.8", "1.7.20"),
          minor("1.7.7", "1.7.22"),
          minor("1.8.4", "2.0.0"),
          minor("1.9.6", "2.0.5"),
          minor("1.10.9", "2.0.7"),
          minor("1.11.6", "2.1.5"),
          minor("1.12.11", "2.2.5"),
          minor("1.13.9", "2.2.7"),
          minor("1.14.0-rc.1", "2.3.3"),
          minor("1.15.0-alpha.0", "2.3.4"));

  /** The first minor whose loader we follow exactly. */
  private static final TalosVersion OLDEST = new TalosVersion(1, 11, 0, "");

  /** The patch release that brought another minor of containerd. */
  private static final TalosVersion NEW_CONTAINERD = new TalosVersion(1, 12, 8, "");

  private record Minor(TalosVersion newest, ContainerdVersion containerd) {}

  private TalosReleases() {}

  private static Minor minor(String newest, String containerd) {
    return new Minor(TalosVersion.of(newest), ContainerdVersion.parse(containerd).orElseThrow());
  }

  /** The version a user gets who names none. */
  public static TalosVersion byDefault() {
    return newest(1, 14);
  }

  /** The newest release of each minor we follow exactly, oldest first. */
  public static List<TalosVersion> known() {
    return MINORS.stream().map(Minor::newest).filter(v -> v.atLeast(OLDEST)).toList();
  }

  /** The newest known release of a minor, or its {@code .0} when the minor is unknown. */
  static TalosVersion newest(int major, int minor) {
    for (Minor m : MINORS) {
      if (m.newest.major() == major && m.newest.minor() == minor) {
        return m.newest;
      }
    }
    return new TalosVersion(major, minor, 0, "");
  }

  /**
   * The releases where anything we know of changes, from one to another and with both: what there
   * is to look at on the way of an upgrade. Pre-releases are left out but for the two.
   */
  public static List<TalosVersion> between(TalosVersion from, TalosVersion to) {
    SortedSet<TalosVersion> releases = new TreeSet<>();
    for (Minor m : MINORS) {
      releases.add(new TalosVersion(m.newest.major(), m.newest.minor(), 0, ""));
      releases.add(m.newest);
    }
    for (TalosChange change : TalosChange.values()) {
      releases.add(change.since().release());
      releases.add(change.laterLines().release());
    }
    releases.add(NEW_CONTAINERD);
    releases.removeIf(
        release ->
            !release.pre().isEmpty() || release.compareTo(from) <= 0 || release.compareTo(to) >= 0);
    List<TalosVersion> all = new ArrayList<>();
    all.add(from);
    all.addAll(releases);
    all.add(to);
    return all;
  }

  /**
   * The containerd a Talos release ships. Within Talos 1.12 it moved from containerd 2.1 to 2.2; of
   * an unknown minor we take the nearest known one.
   */
  static ContainerdVersion containerd(TalosVersion talos) {
    if (talos.major() == 1 && talos.minor() == 12 && !talos.atLeast(NEW_CONTAINERD)) {
      return ContainerdVersion.parse("2.1.6").orElseThrow();
    }
    ContainerdVersion shipped = MINORS.get(0).containerd;
    for (Minor m : MINORS) {
      boolean notAfter = m.newest.major() == talos.major() && m.newest.minor() <= talos.minor();
      shipped = notAfter ? m.containerd : shipped;
    }
    return shipped;
  }
}
