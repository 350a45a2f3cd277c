package dev.regwright.report;

import dev.regwright.diff.Applying;
import dev.regwright.diff.Applying.Reboot;
import dev.regwright.diff.Change;
import dev.regwright.diff.Comparison;
import dev.regwright.source.Severity;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for people: registry by registry, each request with the mark of diffs. */
final class DiffText {
  private static final String MARGIN = "  ";
  private static final String BELOW = "      ";

  private final Appendable out;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  DiffText(Appendable out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  void write(Comparison comparison, DiffNames names) throws IOException {
    text.append(paint.faint(names.title(comparison))).append("\n\n");
    for (DiffGroups.Group group : DiffGroups.of(comparison)) {
      text.append(paint.bold(group.title())).append('\n');
      int[] widths = new int[3];
      group.blocks().forEach(block -> measure(block, widths));
      for (DiffBlock block : group.blocks()) {
        block(block, widths);
      }
      text.append('\n');
      flush();
    }
    summary(comparison);
    flush();
  }

  private void flush() throws IOException {
    out.append(text);
    text.setLength(0);
  }

  private static void measure(DiffBlock block, int[] widths) {
    for (DiffRow row : block.rows()) {
      widths[0] = Math.max(widths[0], row.url().length());
      widths[1] = Math.max(widths[1], row.role().length());
      widths[2] = Math.max(widths[2], row.auth().length());
    }
  }

  private void block(DiffBlock block, int[] widths) {
    text.append(MARGIN).append(paint.frame(block.pullers())).append('\n');
    for (DiffRow row : block.rows()) {
      String line =
          row.mark()
              + " "
              + padded(row.url(), widths[0])
              + MARGIN
              + padded(row.role(), widths[1])
              + MARGIN
              + padded(row.auth(), widths[2])
              + MARGIN
              + row.tls();
      text.append(MARGIN).append(painted(row.change(), line)).append('\n');
      for (String below : row.below()) {
        text.append(BELOW).append(paint.faint(below)).append('\n');
      }
    }
    failure(Change.VANISHES, "- ", block.before());
    failure(Change.APPEARS, "+ ", block.after());
    for (String what : block.what()) {
      text.append(MARGIN).append(painted(Change.CHANGES, "~ " + what)).append('\n');
    }
    if (!block.reach().isEmpty()) {
      String reach = block.reach();
      text.append(MARGIN).append("reach: ");
      text.append(block.warns() ? paint.severity(Severity.WARNING, reach) : paint.good(reach));
      text.append('\n');
    }
  }

  private void failure(Change change, String mark, @Nullable String error) {
    if (error != null) {
      text.append(MARGIN).append(painted(change, mark + "✗ the pull fails: " + error));
      text.append('\n');
    }
  }

  private String painted(Change change, String line) {
    return switch (change) {
      case STAYS -> line;
      case APPEARS -> paint.good(line);
      case VANISHES -> paint.severity(Severity.ERROR, line);
      case CHANGES -> paint.severity(Severity.WARNING, line);
    };
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(Math.max(0, width - cell.length()));
  }

  private void summary(Comparison comparison) {
    text.append(paint.bold(DiffNames.summary(comparison)));
    List<String> same = DiffGroups.same(comparison);
    if (!same.isEmpty()) {
      text.append(comparison.same() ? " (" : "; the same: ").append(DiffNames.list(same));
      text.append(comparison.same() ? ")" : "");
    }
    text.append(".\n");
    Applying applying = comparison.applying();
    String word = applying.reboot().word();
    text.append(paint.bold("Reboot: "));
    text.append(
        applying.reboot() == Reboot.NO ? paint.good(word) : paint.severity(Severity.WARNING, word));
    text.append("; ").append(applying.why()).append(".\n");
    text.append(MARGIN).append(paint.faint("by " + applying.upstream())).append('\n');
  }
}
