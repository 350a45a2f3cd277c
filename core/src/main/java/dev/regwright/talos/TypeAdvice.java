package dev.regwright.talos;

import dev.regwright.talos.Shape.Flag;
import dev.regwright.talos.Shape.ListOf;
import dev.regwright.talos.Shape.MapOf;
import dev.regwright.talos.Shape.Struct;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** Says in plain words what Talos expects where it found something else. Never quotes a value. */
final class TypeAdvice {
  private TypeAdvice() {}

  static String message(YamlNode found, Shape expected) {
    return "Talos expects " + noun(expected) + " here and found " + noun(found);
  }

  static @Nullable String help(YamlNode found, Shape expected) {
    if (expected instanceof Struct s
        && s.goType().equals("cri.RegistryEndpoint")
        && found instanceof YamlScalar) {
      return "write each endpoint as \"- url: …\"; a plain list of URLs is the legacy form";
    }
    if (expected instanceof ListOf list
        && list.goType().equals("[]string")
        && !(found instanceof YamlScalar)) {
      return "legacy endpoints are a plain list of URLs";
    }
    if (expected instanceof ListOf) {
      return "put \"- \" before each item";
    }
    if (expected instanceof Flag) {
      return "write true or false without quotes";
    }
    if (found instanceof YamlScalar s && s.kind() == ScalarKind.TIMESTAMP) {
      return "put the value in quotes: unquoted it is a date";
    }
    if (expected instanceof Shape.Text && found instanceof YamlMapping m && m.get("url") != null) {
      return "legacy endpoints are plain URLs; \"url:\" belongs to RegistryMirrorConfig documents";
    }
    return null;
  }

  private static String noun(Shape shape) {
    if (shape instanceof Struct || shape instanceof MapOf) {
      return "a mapping";
    }
    if (shape instanceof ListOf) {
      return "a list";
    }
    return shape instanceof Flag ? "true or false" : "a string";
  }

  private static String noun(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return switch (scalar.kind()) {
        case INT, FLOAT -> "a number";
        case BOOL -> "a boolean";
        case TIMESTAMP -> "a date";
        case BINARY -> "binary data that is not base64";
        default -> "a string";
      };
    }
    return node instanceof YamlMapping ? "a mapping" : "a list";
  }
}
