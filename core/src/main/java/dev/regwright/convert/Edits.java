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
}
