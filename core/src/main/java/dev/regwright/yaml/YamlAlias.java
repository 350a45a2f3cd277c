package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A use of an anchor, such as {@code *name}. It may stand inside the very node it refers to.
 *
 * @param name the anchor's name
 */
public record YamlAlias(int start, int end, String name, Anchor anchor) implements YamlNode {

  @Override
  public @Nullable NodeProperties properties() {
    return null;
  }

  @Override
  public YamlNode resolved() {
    YamlNode node = anchor.node();
    return node == null ? this : node;
  }

  @Override
  public String shortTag() {
    YamlNode node = anchor.node();
    return node == null ? "" : node.shortTag();
  }

  @Override
  public String toString() {
    return "alias at " + start;
  }

  /**
   * The place an anchor's node is put once it is complete; aliases inside the node hold it earlier.
   */
  public static final class Anchor {
    private @Nullable YamlNode node;

    Anchor() {}

    void complete(YamlNode complete) {
      node = complete;
    }

    @Nullable YamlNode node() {
      return node;
    }
  }
}
