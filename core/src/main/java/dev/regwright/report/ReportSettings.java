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

  /**
   * The shortest text that names the Talos version: {@code 1.14} if that means this very release.
   */
  String talos() {
    TalosVersion talos = target.talos();
    String minor = talos.minorText();
    return TalosVersion.of(minor).equals(talos) ? minor : talos.toString();
  }

  String containerd() {
    ContainerdVersion containerd = target.containerd();
    boolean shipped = containerd.equals(ContainerdVersion.bundledWith(target.talos()));
    return shipped ? containerd.minorText() : containerd.toString();
  }
}
