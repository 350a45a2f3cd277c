package dev.regwright.trace.input;

import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Images somebody wants to know about: one on each line, as {@code talosctl images default} prints
 * them; a table, as {@code kubectl} prints them; or Kubernetes manifests.
 *
 * @param images each once, in the order of the file
 * @param notes lines that name no image, with where they stand
 */
public record ImageList(List<String> images, List<String> notes) {
  /** As many notes as anybody reads. */
  private static final int MOST_NOTES = 20;

  /** Copies the lists. */
  public ImageList {
    images = List.copyOf(images);
    notes = List.copyOf(notes);
  }

  /** Reads a file; any text gives a list. */
  public static ImageList read(SourceFile source) {
    Set<String> images = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    if (ManifestImages.looksLikeOne(source.text())) {
      ManifestImages.read(source, images, notes);
    } else {
      new ImageLines(source, images, notes).read();
    }
    int more = notes.size() - MOST_NOTES;
    if (more > 0) {
      notes.subList(MOST_NOTES, notes.size()).clear();
      notes.add(source.name() + ": and " + more + " more");
    }
    return new ImageList(new ArrayList<>(images), notes);
  }

  @Override
  public String toString() {
    return images.size() + " images";
  }
}
