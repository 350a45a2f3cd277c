package dev.regwright.report;

import dev.regwright.diff.Change;
import dev.regwright.diff.Place;
import dev.regwright.diff.RegistryDiff;
import dev.regwright.diff.RequestDiff;
import dev.regwright.trace.Hop;
import dev.regwright.trace.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A request of two sides in words, for people.
 *
 * @param below what changes and why, line by line
 */
record DiffRow(
    Change change, String url, String role, String auth, String tls, List<String> below) {

  /**
   * A request.
   *
   * @param image whether a certain image is asked for, and not any of a registry
   * @param anonymous whether the registry goes without its name
   */
  static DiffRow of(RequestDiff diff, boolean image, boolean anonymous) {
    Place shown = diff.shown();
    TraceRow row = TraceRow.of(shown.request(), null);
    List<String> below = new ArrayList<>();
    if (diff.change() == Change.APPEARS || diff.change() == Change.VANISHES) {
      below.add(row.why());
      below.addAll(row.notes());
    } else if (diff.change() == Change.CHANGES) {
      below.addAll(diff.what());
      if (diff.before() != null) {
        below.add("was: " + cells(TraceRow.of(diff.before().request(), null)));
      }
      below.add("now: " + cells(row));
    }
    String url = image ? row.url() : url(shown.request().hop(), anonymous);
    return new DiffRow(diff.change(), url, row.role(), row.auth(), row.tls(), clean(below));
  }

  private static List<String> clean(List<String> texts) {
    List<String> clean = new ArrayList<>();
    for (String text : texts) {
      clean.add(DiffNames.clean(text));
    }
    return clean;
  }

  private static String cells(TraceRow row) {
    return row.auth() + ", " + row.tls() + "; " + row.why();
  }

  private static String url(Hop hop, boolean anonymous) {
    String url = hop.prefix();
    if (anonymous && hop.role() == Role.UPSTREAM && url.contains("://" + hop.host())) {
      url = url.replace("://" + hop.host(), "://" + RegistryDiff.ANY);
    }
    return TraceRow.shown(url);
  }

  /** The mark of diffs. */
  String mark() {
    return switch (change) {
      case STAYS -> " ";
      case APPEARS -> "+";
      case VANISHES -> "-";
      case CHANGES -> "~";
    };
  }
}
