package dev.regwright.convert;

import dev.regwright.source.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in one text. */
public final class Edits {
  private Edits() {}

  /**
   * The text with all edits made.
   *
   * @throws IllegalArgumentException when two of them overlap
   */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    StringBuilder out = new StringBuilder(text.length() + 256);
    int from = 0;
    for (TextEdit edit : sorted) {
      if (edit.start() < from) {
        throw new IllegalArgumentException("overlapping edits at " + edit.start());
      }
      out.append(text, from, edit.start()).append(edit.replacement());
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /**
   * The same edits in order, those that share or touch a line made one. Whoever writes edits into
   * indented lines takes whole lines, and would take the line between two of them twice.
   */
  static List<TextEdit> joined(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    List<TextEdit> joined = new ArrayList<>();
    for (TextEdit edit : sorted) {
      TextEdit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || text.substring(last.end(), edit.start()).indexOf('\n') >= 0) {
        joined.add(edit);
      } else {
        String all =
            last.replacement() + text.substring(last.end(), edit.start()) + edit.replacement();
        joined.set(joined.size() - 1, new TextEdit(last.start(), edit.end(), all));
      }
    }
    return joined;
  }
}
