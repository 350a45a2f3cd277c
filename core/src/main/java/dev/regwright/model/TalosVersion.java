package dev.regwright.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Talos release, such as 1.13.4 or 1.14.0-rc.1. Ordered as semantic versions are, so that a
 * pre-release comes before its release.
 *
 * @param pre the pre-release part without the dash, or empty
 */
public record TalosVersion(int major, int minor, int patch, String pre)
    implements Comparable<TalosVersion> {

  private static final Pattern SHAPE =
      Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,4})(?:-([0-9A-Za-z.]{1,32}))?)?");

  /**
   * Reads {@code 1.14}, {@code v1.14.2} or {@code 1.14.0-rc.1}. A minor alone means its newest
   * known patch.
   *
   * @return empty when the text is no version
   */
  public static Optional<TalosVersion> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(m.group(1));
    int minor = Integer.parseInt(m.group(2));
    if (m.group(3) == null) {
      return Optional.of(TalosReleases.newest(major, minor));
    }
    String pre = m.group(4) == null ? "" : m.group(4);
    return Optional.of(new TalosVersion(major, minor, Integer.parseInt(m.group(3)), pre));
  }

  /**
   * As {@link #parse}, for texts known to be versions.
   *
   * @throws IllegalArgumentException when the text is no version
   */
  public static TalosVersion of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a Talos version: " + text));
  }

  /** Whether this release is {@code other} or comes after it. */
  public boolean atLeast(TalosVersion other) {
    return compareTo(other) >= 0;
  }

  /** The release a pre-release leads to; itself when it is none. */
  public TalosVersion release() {
    return pre.isEmpty() ? this : new TalosVersion(major, minor, patch, "");
  }

  /** The part users say: {@code 1.14}. */
  public String minorText() {
    return major + "." + minor;
  }

  @Override
  public int compareTo(TalosVersion other) {
    // Plain code: comparators made of lambdas cost every short process some milliseconds.
    int order = Integer.compare(major, other.major);
    order = order != 0 ? order : Integer.compare(minor, other.minor);
    order = order != 0 ? order : Integer.compare(patch, other.patch);
    order = order != 0 ? order : Boolean.compare(pre.isEmpty(), other.pre.isEmpty());
    return order != 0 ? order : PreRelease.of(pre).compareTo(PreRelease.of(other.pre));
  }

  /** The release without a leading {@code v}: {@code 1.14.0-rc.1}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (pre.isEmpty() ? "" : "-" + pre);
  }

  /**
   * The words and numbers of a pre-release, which sort by kind first: alpha.2, alpha.10, beta.0,
   * rc.1.
   */
  private record PreRelease(String word, int number) implements Comparable<PreRelease> {
    static PreRelease of(String text) {
      int dot = text.lastIndexOf('.');
      String tail = text.substring(dot + 1);
      boolean numbered =
          dot > 0
              && tail.length() < 9
              && tail.chars().allMatch(Character::isDigit)
              && !tail.isEmpty();
      return numbered
          ? new PreRelease(text.substring(0, dot), Integer.parseInt(tail))
          : new PreRelease(text, 0);
    }

    @Override
    public int compareTo(PreRelease other) {
      int byWord = word.compareTo(other.word);
      return byWord != 0 ? byWord : Integer.compare(number, other.number);
    }
  }
}
