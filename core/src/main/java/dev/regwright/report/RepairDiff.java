package dev.regwright.report;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Repaired;
import dev.regwright.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What repairs change, as a unified diff that {@code patch} and {@code git apply -p0} take, and as
 * a list of what was done. Secrets are masked as in every report; a diff that shows a masked line
 * is for reading only.
 */
public final class RepairDiff {
  private static final int CONTEXT = 3;
  private static final String MASK = "***";

  private final Side before;
  private final Side after;

  private RepairDiff(Repaired repaired) {
    this.before = new Side(repaired.before());
    this.after = new Side(repaired.after());
  }

  /** Writes the difference; nothing when there is none. */
  public static void write(Repaired repaired, Appendable out) throws IOException {
    if (repaired.changed()) {
      new RepairDiff(repaired).write(Printable.of(repaired.before().source().name()), out);
    }
  }

  /** One line for each repair: where, what for, and what was done. */
  public static List<String> list(Repaired repaired) {
    Redactor redactor = new Redactor(repaired.before());
    List<String> lines = new ArrayList<>();
    for (Repaired.Repair repair : repaired.repairs()) {
      CleanTexts texts = new CleanTexts(repair.finding(), repaired.before().source(), redactor);
      String title = repair.fix().title();
      lines.add(repair.finding().span() + " " + repair.finding().rule() + ": " + texts.of(title));
    }
    return lines;
  }

  private void write(String name, Appendable out) throws IOException {
    out.append("--- ").append(name).append("\n+++ ").append(name).append('\n');
    List<LineDiff.Change> changes = LineDiff.between(before.lines, after.lines);
    int from = 0;
    while (from < changes.size()) {
      int to = from + 1;
      while (to < changes.size()
          && changes.get(to).oldStart() - changes.get(to - 1).oldEnd() <= 2 * CONTEXT) {
        to++;
      }
      hunk(changes.subList(from, to), out);
      from = to;
    }
  }

  private void hunk(List<LineDiff.Change> changes, Appendable out) throws IOException {
    LineDiff.Change first = changes.get(0);
    LineDiff.Change last = changes.get(changes.size() - 1);
    int lead = Math.min(CONTEXT, first.oldStart());
    int tail = Math.min(CONTEXT, before.lines.size() - last.oldEnd());
    out.append("@@ -");
    range(first.oldStart() - lead, last.oldEnd() + tail, out);
    out.append(" +");
    range(first.nowStart() - lead, last.nowEnd() + tail, out);
    out.append(" @@\n");
    int at = first.oldStart() - lead;
    for (LineDiff.Change change : changes) {
      before.write(' ', at, change.oldStart(), out);
      before.write('-', change.oldStart(), change.oldEnd(), out);
      after.write('+', change.nowStart(), change.nowEnd(), out);
      at = change.oldEnd();
    }
    before.write(' ', at, last.oldEnd() + tail, out);
  }

  /** An empty range is named after the line in front of it. */
  private static void range(int start, int end, Appendable out) throws IOException {
    int count = end - start;
    out.append(String.valueOf(count == 0 ? start : start + 1));
    if (count != 1) {
      out.append(',').append(String.valueOf(count));
    }
  }

  /** One of the two texts, with what of it may be shown. */
  private static final class Side {
    private final SourceFile source;
    private final Redactor redactor;
    private final List<String> lines = new ArrayList<>();

    Side(LintedFile file) {
      this.source = file.source();
      this.redactor = new Redactor(file);
      String text = source.text();
      for (int line = 1; line <= source.lineCount(); line++) {
        int end = line < source.lineCount() ? source.lineStart(line + 1) : text.length();
        if (source.lineStart(line) < end) {
          lines.add(text.substring(source.lineStart(line), end));
        }
      }
    }

    void write(char sign, int from, int to, Appendable out) throws IOException {
      for (int i = from; i < to; i++) {
        String raw = lines.get(i);
        out.append(sign).append(shown(i + 1));
        out.append(raw.endsWith("\r\n") ? "\r\n" : "\n");
        char last = raw.charAt(raw.length() - 1);
        if (last != '\n' && last != '\r') {
          out.append("\\ No newline at end of file\n");
        }
      }
    }

    private String shown(int line) {
      String text = source.lineText(line);
      BitSet hidden = redactor.hidden(line);
      StringBuilder shown = new StringBuilder(text.length());
      int i = 0;
      while (i < text.length()) {
        int c = text.codePointAt(i);
        if (hidden.get(i)) {
          shown.append(MASK);
          i = Math.min(text.length(), hidden.nextClearBit(i));
        } else if (c == '\t') {
          shown.append('\t');
          i++;
        } else {
          Printable.append(shown, c);
          i += Character.charCount(c);
        }
      }
      return shown.toString();
    }
  }
}
