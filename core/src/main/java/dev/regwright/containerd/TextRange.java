package dev.regwright.containerd;

/**
 * A range of a file's text.
 *
 * @param start index of its first character
 * @param end index just behind it
 */
public record TextRange(int start, int end) {}
