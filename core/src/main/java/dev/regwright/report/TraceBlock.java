package dev.regwright.report;

import dev.regwright.trace.Outcome;
import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one puller does, or both when they do the same.
 *
 * @param pullers their names
 * @param detail what they pull, and the directory of hosts.toml
 * @param rows the requests
 * @param notes what else there is to know
 * @param error why the pull fails, or null
 */
record TraceBlock(
    String pullers,
    String detail,
    List<TraceRow> rows,
    List<String> notes,
    @Nullable String error) {
  private static final String SYSTEM = "installer, kubelet, etcd, extensions";

  static List<TraceBlock> of(Scenario scenario) {
    PullerTrace cri = scenario.trace().cri();
    String directory =
        cri.hostsDir() == null ? "" : "; hosts directory " + TraceRow.shown(cri.hostsDir());
    TraceBlock pods = block("CRI", "pods" + directory, cri, scenario.cri());
    PullerTrace machined = scenario.trace().machined();
    if (machined == null) {
      return List.of(pods);
    }
    TraceBlock system = block("machined", SYSTEM, machined, scenario.machined());
    TraceBlock both = merged(system, pods, directory);
    return both == null ? List.of(system, pods) : List.of(both);
  }

  private static TraceBlock block(
      String puller, String detail, PullerTrace trace, @Nullable Outcome outcome) {
    String error = trace.error() == null && outcome != null ? outcome.error() : trace.error();
    return new TraceBlock(
        puller,
        detail,
        TraceRow.of(trace, outcome),
        TraceRow.shown(trace.notes()),
        error == null ? null : TraceRow.shown(error));
  }

  private static @Nullable TraceBlock merged(TraceBlock one, TraceBlock two, String directory) {
    boolean same =
        one.rows.size() == two.rows.size()
            && String.valueOf(one.error).equals(String.valueOf(two.error))
            && one.notes.equals(two.notes);
    if (!same) {
      return null;
    }
    List<TraceRow> rows = new ArrayList<>();
    for (int i = 0; i < one.rows.size(); i++) {
      if (!one.rows.get(i).tellsTheSame(two.rows.get(i))) {
        return null;
      }
      rows.add(one.rows.get(i).withNotesOf(two.rows.get(i)));
    }
    String detail = "system images and pods" + directory;
    return new TraceBlock("machined and CRI", detail, rows, one.notes, one.error);
  }
}
