package dev.regwright.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param flow whether it is written with brackets
 */
public record YamlSequence(
    int start, int end, List<YamlNode> items, boolean flow, @Nullable String tag)
    implements YamlNode {

  @Override
  public String shortTag() {
    return tag == null ? "!!seq" : Tags.shorten(tag);
  }

  @Override
  public String toString() {
    return "sequence at " + start;
  }
}
