package dev.regwright.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param flow whether it is written with brackets
 */
public record YamlSequence(
    int start, int end, List<YamlNode> items, boolean flow, @Nullable NodeProperties properties)
    implements YamlNode {

  /** The sequence at its place with other items. */
  public YamlSequence withItems(List<YamlNode> others) {
    return new YamlSequence(start, end, List.copyOf(others), flow, properties);
  }

  @Override
  public String shortTag() {
    return Tags.ofCollection(tag(), "!!seq");
  }

  @Override
  public String toString() {
    return "sequence at " + start;
  }
}
