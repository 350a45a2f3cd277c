package dev.regwright.source;

import java.util.List;

/**
 * A repair the user may apply to the file a finding points into.
 *
 * @param title what the repair does, as an imperative sentence without a full stop
 * @param safe whether the repaired file surely means what the author meant
 * @param edits the replacements; they do not overlap
 */
public record Fix(String title, boolean safe, List<TextEdit> edits) {
  /** Copies the edits. */
  public Fix {
    edits = List.copyOf(edits);
  }
}
