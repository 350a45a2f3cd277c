package dev.regwright.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A containerd release, such as 2.1.6; a minor alone stands for its newest patch. */
public record ContainerdVersion(int major, int minor, int patch)
    implements Comparable<ContainerdVersion> {

  /** The patch of a version named by its minor alone: newer than every patch there will be. */
  public static final int NEWEST_PATCH = Integer.MAX_VALUE;

  private static final Pattern SHAPE =
      Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,4})(?:-[0-9A-Za-z.]+)?)?");

  /** Reads {@code 2.1} or {@code 2.1.6}; empty when the text is no version. */
  public static Optional<ContainerdVersion> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int patch = m.group(3) == null ? NEWEST_PATCH : Integer.parseInt(m.group(3));
    return Optional.of(
        new ContainerdVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), patch));
  }

  /** The containerd a Talos release ships. */
  public static ContainerdVersion bundledWith(TalosVersion talos) {
    return TalosReleases.containerd(talos);
  }

  /** The part users say: {@code 2.1}. */
  public String minorText() {
    return major + "." + minor;
  }

  @Override
  public int compareTo(ContainerdVersion other) {
    int order = Integer.compare(major, other.major);
    order = order != 0 ? order : Integer.compare(minor, other.minor);
    return order != 0 ? order : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return patch == NEWEST_PATCH ? minorText() : minorText() + "." + patch;
  }
}
