package dev.regwright.report;

import dev.regwright.source.Severity;
import dev.regwright.trace.Reach;
import dev.regwright.trace.Scenario;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A trace for people: the requests of each puller, in order, and why each is sent. */
final class TraceText {
  private static final String MARGIN = "  ";
  private static final String BELOW = "       ";

  private final Appendable out;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  TraceText(Appendable out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  void write(List<Scenario> images, boolean coverage) throws IOException {
    if (coverage) {
      TraceGroups groups = new TraceGroups(images);
      for (Map.Entry<String, List<Scenario>> group : groups.byRegistry().entrySet()) {
        image(group.getValue().get(0), others(group.getValue().size() - 1, group.getKey()));
      }
      coverage(images, groups);
    } else {
      for (Scenario scenario : images) {
        image(scenario, "");
      }
    }
    flush();
  }

  private static String others(int more, String registry) {
    return switch (more) {
      case 0 -> "";
      case 1 -> " and one more image of " + registry;
      default -> " and " + more + " more images of " + registry;
    };
  }

  private void flush() throws IOException {
    out.append(text);
    text.setLength(0);
  }

  private void image(Scenario scenario, String more) throws IOException {
    text.append(paint.bold(TraceRow.shown(scenario.trace().image())));
    text.append(TraceRow.shown(more)).append('\n');
    List<TraceBlock> blocks = TraceBlock.of(scenario);
    int[] widths = new int[4];
    for (TraceBlock block : blocks) {
      measure(block, widths);
    }
    for (TraceBlock block : blocks) {
      block(block, widths);
    }
    if (!scenario.trace().differences().isEmpty()) {
      text.append(MARGIN).append(paint.bold("They differ")).append('\n');
      for (String difference : scenario.trace().differences()) {
        text.append(MARGIN).append(MARGIN).append("- ");
        text.append(TraceRow.shown(difference)).append('\n');
      }
    }
    text.append('\n');
    flush();
  }

  private static void measure(TraceBlock block, int[] widths) {
    for (TraceRow row : block.rows()) {
      widths[0] = Math.max(widths[0], row.url().length());
      widths[1] = Math.max(widths[1], row.role().length());
      widths[2] = Math.max(widths[2], row.auth().length());
      widths[3] = Math.max(widths[3], row.tls().length());
    }
  }

  private void block(TraceBlock block, int[] widths) {
    text.append(MARGIN).append(paint.frame(block.pullers()));
    text.append(paint.faint(" (" + block.detail() + ")")).append('\n');
    int number = 0;
    for (TraceRow row : block.rows()) {
      number++;
      row(number, row, widths);
    }
    if (block.error() != null) {
      text.append(MARGIN).append(MARGIN).append(bad(TraceRow.CROSS + " the pull fails: "));
      text.append(block.error()).append('\n');
    }
    for (String note : block.notes()) {
      text.append(MARGIN).append(MARGIN).append(paint.bold("note: ")).append(note).append('\n');
    }
  }

  private void row(int number, TraceRow row, int[] widths) {
    text.append(MARGIN).append(number < 10 ? " " : "").append(number).append(' ');
    text.append(mark(row.mark())).append(' ');
    pad(row.url(), widths[0]);
    String role = padded(row.role(), widths[1]);
    text.append(row.request().hop().leaves() ? warned(role) : role).append(MARGIN);
    pad(row.auth(), widths[2]);
    text.append(row.tls()).append('\n');
    below(paint.faint(row.why()));
    for (String note : row.notes()) {
      below(paint.faint(note));
    }
    if (!row.fate().isEmpty()) {
      below(row.mark().equals(TraceRow.TICK) ? paint.good(row.fate()) : row.fate());
    }
  }

  private void below(String line) {
    text.append(BELOW).append(line).append('\n');
  }

  private void pad(String cell, int width) {
    text.append(padded(cell, width)).append(MARGIN);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(Math.max(0, width - cell.length()));
  }

  private String mark(String mark) {
    return switch (mark) {
      case TraceRow.TICK -> paint.good(mark);
      case TraceRow.CROSS -> bad(mark);
      default -> mark;
    };
  }

  private String bad(String words) {
    return paint.severity(Severity.ERROR, words);
  }

  private String warned(String words) {
    return paint.severity(Severity.WARNING, words);
  }

  private void coverage(List<Scenario> images, TraceGroups groups) throws IOException {
    int width = 0;
    int words = 0;
    for (Scenario scenario : images) {
      width = Math.max(width, TraceRow.shown(scenario.trace().image()).length());
      words = Math.max(words, scenario.reach().words().length());
    }
    text.append(paint.bold("Coverage")).append('\n');
    for (Scenario scenario : images) {
      Reach reach = scenario.reach();
      text.append(MARGIN).append(sign(reach)).append(' ');
      pad(TraceRow.shown(scenario.trace().image()), Math.min(width, 100));
      pad(reach.words(), words);
      text.append(paint.faint(TraceGroups.reason(scenario))).append('\n');
      flush();
    }
    text.append('\n').append(paint.bold(groups.totals())).append(".\n");
  }

  private String sign(Reach reach) {
    return switch (reach) {
      case MIRROR, OWN -> paint.good(TraceRow.TICK);
      case LEAVES -> warned("!");
      case FAILS -> bad(TraceRow.CROSS);
    };
  }
}
