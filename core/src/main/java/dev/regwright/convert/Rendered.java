package dev.regwright.convert;

import dev.regwright.source.Finding;
import java.util.List;

/**
 * A configuration in a form.
 *
 * @param files what to write: one without a path, or the files of a directory
 * @param losses what the form cannot say, each at its place
 * @param notes what was decided on the way
 */
public record Rendered(List<OutputFile> files, List<Finding> losses, List<Finding> notes) {
  /** Copies the lists. */
  public Rendered {
    files = List.copyOf(files);
    losses = List.copyOf(losses);
    notes = List.copyOf(notes);
  }

  @Override
  public String toString() {
    return files.size() + " files, " + losses.size() + " losses";
  }
}
