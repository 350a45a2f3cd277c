package dev.regwright.source;

import java.util.Comparator;

/**
 * A range in a file. Lines and columns count from 1; columns count Unicode code points; the end is
 * exclusive.
 *
 * @param path the name of the file as the user gave it
 * @param startLine line of the first character
 * @param startColumn column of the first character
 * @param endLine line just behind the last character
 * @param endColumn column just behind the last character
 */
public record Span(String path, int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Span> {

  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::path)
          .thenComparingInt(Span::startLine)
          .thenComparingInt(Span::startColumn)
          .thenComparingInt(Span::endLine)
          .thenComparingInt(Span::endColumn);

  /** A span that stands for the whole file: the empty range at its first character. */
  public static Span startOf(String path) {
    return new Span(path, 1, 1, 1, 1);
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line:column}, as editors and terminals make clickable. */
  @Override
  public String toString() {
    return path + ":" + startLine + ":" + startColumn;
  }
}
