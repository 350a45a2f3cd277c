package dev.regwright.report;

import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;

/**
 * What a report says about the run, and how.
 *
 * @param version the version of Regwright
 * @param target what the files were judged for
 * @param color whether text may hold ANSI colour codes; other formats never do
 * @param summary whether text ends with a line that sums up
 */
public record ReportSettings(String version, Target target, boolean color, boolean summary) {

  /** Whether it is an upgrade that files were judged for. */
  boolean upgrade() {
    return target.from() != null;
  }

  /** The version, or {@code 1.11..1.14} for an upgrade. */
  String talos() {
    TalosVersion from = target.from();
    return from == null ? newTalos() : shortest(from) + ".." + newTalos();
  }

  /** The version, the newer one of an upgrade. */
  String newTalos() {
    return shortest(target.talos());
  }

  /** The older version of an upgrade. */
  String oldTalos() {
    return shortest(target.from() == null ? target.talos() : target.from());
  }

  /**
   * The shortest text that names the Talos version: {@code 1.14} if that means this very release.
   */
  private static String shortest(TalosVersion talos) {
    String minor = talos.minorText();
    return TalosVersion.of(minor).equals(talos) ? minor : talos.toString();
  }

  String containerd() {
    ContainerdVersion containerd = target.containerd();
    boolean shipped = containerd.equals(ContainerdVersion.bundledWith(target.talos()));
    String version = shipped ? containerd.minorText() : containerd.toString();
    String older =
        target.from() == null ? version : ContainerdVersion.bundledWith(target.from()).minorText();
    return older.equals(version) ? version : older + ".." + version;
  }

  /** What an upgrade does not change, as sentences; empty when there is none. */
  String unchanged(Tally tally) {
    String text = "";
    if (tally.shared() > 0) {
      text =
          " Not shown: "
              + tally.shared()
              + " that Talos "
              + oldTalos()
              + " has too (--talos "
              + newTalos()
              + " shows all).";
    }
    return tally.gone() > 0
        ? text + " Gone: " + tally.gone() + " that only Talos " + oldTalos() + " has."
        : text;
  }
}
