package dev.regwright.yaml;

import dev.regwright.source.OffsetMap;
import dev.regwright.source.TextEdit;
import org.jspecify.annotations.Nullable;

/**
 * The value of a scalar and where each of its characters stands in the file, so that the value can
 * be looked at as a text of its own and changed where it stands.
 */
public final class ScalarText {
  private final String value;
  private final OffsetMap map;
  private final boolean exact;
  private final ScalarEdits edits;

  ScalarText(String value, OffsetMap map, boolean exact, ScalarEdits edits) {
    this.value = value;
    this.map = map;
    this.exact = exact;
    this.edits = edits;
  }

  /**
   * What turns an edit of the value into one of the file; null where it cannot be written there.
   */
  interface ScalarEdits {
    @Nullable TextEdit translate(ScalarText text, TextEdit edit);
  }

  /**
   * Finds a scalar's characters.
   *
   * @param file the text of the whole file
   */
  public static ScalarText of(String file, YamlScalar scalar) {
    return switch (scalar.style()) {
      case LITERAL, FOLDED -> new BlockAligner(file, scalar).align();
      case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> new FlowAligner(file, scalar).align();
    };
  }

  /** The value. */
  public String value() {
    return value;
  }

  /** Where in the file an index of the value stands; one past the end is taken, too. */
  public int outer(int index) {
    return map.outer(index);
  }

  /** Whether every character has been found where it should be; if not, places are near. */
  public boolean exact() {
    return exact;
  }

  /**
   * The edit of the file that does to the value what an edit of the value says, as far as line
   * breaks at its very end go: how many of them a block scalar has, its header decides.
   *
   * @return null when it cannot be written here: in a folded or wrapped scalar, or when the block
   *     would then need another header
   */
  public @Nullable TextEdit edit(TextEdit edit) {
    boolean possible =
        exact
            && edit.end() <= value.length()
            && !splitsPair(edit.start())
            && !splitsPair(edit.end());
    return possible ? edits.translate(this, edit) : null;
  }

  private boolean splitsPair(int index) {
    return index > 0
        && index < value.length()
        && Character.isSurrogatePair(value.charAt(index - 1), value.charAt(index));
  }

  /** Shows no value: it may be a secret. */
  @Override
  public String toString() {
    return "text of " + value.length() + " characters at " + map.outer(0);
  }
}
