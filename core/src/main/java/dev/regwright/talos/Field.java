package dev.regwright.talos;

import dev.regwright.yaml.YamlNode;

/**
 * A decoded value and the node it was written as. Behind an alias this is the alias, so that
 * findings point to where the value is used.
 */
public record Field<T>(T value, YamlNode node) {
  /** Shows no value: it may be a secret. */
  @Override
  public String toString() {
    return "field at " + node.start();
  }
}
