package dev.regwright.lint;

import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import java.util.List;

/**
 * What {@link Fixer} made of a file.
 *
 * @param before the file as it was, linted
 * @param repairs what was done, in the order it was done; places are those of the text at the time
 * @param after the repaired file, linted; the same as {@code before} when nothing was done
 */
public record Repaired(LintedFile before, List<Repair> repairs, LintedFile after) {
  /** Copies the list. */
  public Repaired {
    repairs = List.copyOf(repairs);
  }

  /** A finding that is gone, and the fix that did it. */
  public record Repair(Finding finding, Fix fix) {}

  /** Whether there is anything to write. */
  public boolean changed() {
    return !before.source().text().equals(after.source().text());
  }

  /** The bytes that were read; only a file whose bytes all decode is ever changed. */
  public byte[] original() {
    return before.source().encode(before.source().text());
  }

  /** The bytes to write: in the encoding of the file, byte order mark included. */
  public byte[] bytes() {
    SourceFile source = before.source();
    return source.encode(after.source().text());
  }

  @Override
  public String toString() {
    return before.source().name() + ": " + repairs.size() + " repairs";
  }
}
