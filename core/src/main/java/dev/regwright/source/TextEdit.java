package dev.regwright.source;

/**
 * One replacement in a file's decoded text.
 *
 * @param start index of the first UTF-16 unit replaced
 * @param end index just behind the last unit replaced; equal to {@code start} for an insertion
 * @param replacement the new text
 */
public record TextEdit(int start, int end, String replacement) {
  /** Rejects a range that runs backwards. */
  public TextEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("edit range " + start + ".." + end);
    }
  }
}
