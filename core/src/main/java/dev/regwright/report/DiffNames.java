package dev.regwright.report;

import dev.regwright.diff.Comparison;
import dev.regwright.diff.RegistryDiff;
import dev.regwright.trace.NodeFacts;
import java.util.List;

/**
 * What the two sides are called.
 *
 * @param before the old one's path, as the user gave it
 * @param after the new one's
 */
public record DiffNames(String before, String after) {
  private static final int MOST = 12;

  /** Safe to show, and without the name of the registry that has none. */
  static String clean(String text) {
    return TraceRow.shown(RegistryDiff.withoutName(text));
  }

  /** The first line of reports. */
  String title(Comparison comparison) {
    String old = version(comparison.before());
    String now = version(comparison.after());
    String left = Printable.of(before);
    String right = Printable.of(after);
    if (old.equals(now)) {
      return left + " → " + right + ", " + now;
    }
    return left + ", " + old + " → " + right + ", " + now;
  }

  private static String version(NodeFacts facts) {
    String containerd = "containerd " + facts.containerd();
    return facts.talos() == null ? containerd : "Talos " + facts.talos() + ", " + containerd;
  }

  /** A list that nobody has to scroll. */
  static String list(List<String> names) {
    int shown = Math.min(names.size(), MOST);
    String text = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? text : text + " and " + (names.size() - shown) + " more";
  }

  /** What comes to the end of a report: how much differs. */
  static String summary(Comparison comparison) {
    int differing = 0;
    for (RegistryDiff registry : comparison.registries()) {
      differing += registry.same() ? 0 : 1;
    }
    int all = comparison.registries().size();
    boolean pods = (comparison.before().talos() == null) != (comparison.after().talos() == null);
    return (differing == 0
            ? "Nodes do the same: " + all + " registries and images compared"
            : differing + " of " + all + " registries and images differ")
        + (pods ? ", for pods only, as one side is no Talos configuration" : "");
  }
}
