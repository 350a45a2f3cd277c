package dev.regwright.model;

import java.util.Arrays;
import java.util.List;

/** The Talos minors we know, each with its newest release. */
public final class TalosReleases {
  private static final List<TalosVersion> NEWEST =
      Arrays.stream(new String[] {"1.11.6", "1.12.11", "1.13.9", "1.14.0-rc.1", "1.15.0-alpha.0"})
          .map(TalosVersion::of)
          .toList();

  private TalosReleases() {}

  /** The version a user gets who names none. */
  public static TalosVersion byDefault() {
    return newest(1, 14);
  }

  /** The newest release of each minor we emulate, oldest first. */
  public static List<TalosVersion> known() {
    return NEWEST;
  }

  /** The newest known release of a minor, or its {@code .0} when the minor is unknown. */
  static TalosVersion newest(int major, int minor) {
    for (TalosVersion v : NEWEST) {
      if (v.major() == major && v.minor() == minor) {
        return v;
      }
    }
    return new TalosVersion(major, minor, 0, "");
  }
}
