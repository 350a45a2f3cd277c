package dev.regwright.talos;

import dev.regwright.source.OffsetMap;

/**
 * A word of a shell command.
 *
 * @param text what the command gets, where the shell has nothing to fill in
 * @param map where its characters stand in the source
 * @param start index in the source of its first character, quotes included
 * @param end index just behind it
 * @param open whether the shell fills something in: what it would is kept as written
 */
record ShellWord(String text, OffsetMap map, int start, int end, boolean open) {
  /** Index in the source of the character at an index of the text. */
  int outer(int index) {
    return map.outer(index);
  }

  /** Index in the source just behind the characters before an index of the text. */
  int outerEnd(int from, int to) {
    return to > from ? Math.min(end, map.outer(to - 1) + 1) : map.outer(to);
  }

  /** Shows no text: it may hold a secret. */
  @Override
  public String toString() {
    return "word at " + start;
  }
}
