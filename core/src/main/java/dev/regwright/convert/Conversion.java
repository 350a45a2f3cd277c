package dev.regwright.convert;

import dev.regwright.source.Finding;
import dev.regwright.source.TextEdit;
import java.util.List;

/** What became of a file that was to be converted where it stands. */
public sealed interface Conversion {
  /**
   * The changed file. Converted again, it stays as it is.
   *
   * @param text the whole text
   * @param edits what was changed in the old one
   * @param losses what the new form cannot say, at its place in the old file
   * @param notes what was decided on the way
   */
  record Changed(String text, List<TextEdit> edits, List<Finding> losses, List<Finding> notes)
      implements Conversion {
    /** Copies the lists. */
    public Changed {
      edits = List.copyOf(edits);
      losses = List.copyOf(losses);
      notes = List.copyOf(notes);
    }

    /** Shows no text: it may hold secrets. */
    @Override
    public String toString() {
      return edits.size() + " edits, " + losses.size() + " losses";
    }
  }

  /** The file has the form already, or has no registry configuration. */
  record Unchanged() implements Conversion {}

  /**
   * Nothing is changed.
   *
   * @param findings why; never empty
   */
  record Refused(List<Finding> findings) implements Conversion {
    /** Copies the list. */
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
