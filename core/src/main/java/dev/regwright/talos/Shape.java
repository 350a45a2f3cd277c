package dev.regwright.talos;

import java.util.Map;

/**
 * The type Talos decodes a YAML node into, as far as it decides what loads. The names are Go's,
 * because error texts show them.
 */
sealed interface Shape {
  /** The Go type as error texts name it. */
  String goType();

  /** Whether a value of this type is, or holds, a secret. */
  default boolean secretive() {
    return false;
  }

  /** A string. */
  record Text(boolean secretive) implements Shape {
    @Override
    public String goType() {
      return "string";
    }
  }

  /** A string parsed as a URL at load time: {@code meta.URL}. */
  record Url() implements Shape {
    @Override
    public String goType() {
      return "string";
    }
  }

  /** A string decoded from base64 at load time. */
  record Base64(boolean secretive) implements Shape {
    @Override
    public String goType() {
      return "string";
    }
  }

  /** A boolean. */
  record Flag() implements Shape {
    @Override
    public String goType() {
      return "bool";
    }
  }

  /** A slice. */
  record ListOf(String goType, Shape item) implements Shape {}

  /** A map with string keys. */
  record MapOf(String goType, Shape value) implements Shape {}

  /**
   * A struct.
   *
   * @param open whether it has more keys than are listed; those are carried, not judged
   */
  record Struct(String goType, Map<String, Shape> fields, boolean open) implements Shape {
    @Override
    public boolean secretive() {
      return fields.values().stream().anyMatch(Shape::secretive);
    }
  }

  /** Anything; carried, not judged. */
  record Any() implements Shape {
    @Override
    public String goType() {
      return "any";
    }
  }
}
