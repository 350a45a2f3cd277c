package dev.regwright.lint;

/**
 * Findings of a file that an upgrade has no part in, which are counted and not shown.
 *
 * @param shared how many both releases have
 * @param gone how many only the older one has
 */
public record UpgradeCounts(int shared, int gone) {
  /** Where nothing is upgraded. */
  public static final UpgradeCounts NONE = new UpgradeCounts(0, 0);
}
