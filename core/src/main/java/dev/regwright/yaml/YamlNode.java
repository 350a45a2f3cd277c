package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A node of the tree. {@link #start} and {@link #end} are indexes into the source text (UTF-16
 * units, end exclusive) and cover the node's content, not its anchor or tag.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {
  /** Index of the first character. */
  int start();

  /** Index just behind the last character; equal to {@link #start} for an empty scalar. */
  int end();

  /** Its anchor and tag, or null when it has neither. */
  @Nullable NodeProperties properties();

  /** The explicit tag in its long form, or null. */
  default @Nullable String tag() {
    NodeProperties properties = properties();
    return properties == null ? null : properties.tag();
  }

  /** Where go-yaml says the node begins: at its anchor or tag, if it has one. */
  default int outerStart() {
    NodeProperties properties = properties();
    return properties == null ? start() : properties.start();
  }

  /**
   * The node itself, or what an alias stands for. An alias whose anchor is not defined stands for
   * itself; so does one that only leads to other aliases.
   */
  default YamlNode resolved() {
    return this;
  }

  /**
   * The tag go-yaml shows in its error messages, such as {@code !!map}; its {@code ShortTag}
   * function.
   */
  String shortTag();
}
