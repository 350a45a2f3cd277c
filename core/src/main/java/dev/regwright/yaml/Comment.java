package dev.regwright.yaml;

/**
 * A comment as written.
 *
 * @param start where its number sign stands
 * @param column how many characters stand before it on its line
 * @param own whether nothing else stands on its line
 * @param text from the number sign to the end of the line
 */
public record Comment(int start, int column, boolean own, String text) {}
