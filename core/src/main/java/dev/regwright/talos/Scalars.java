package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.yaml.ByteText;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How go-yaml decodes scalars into Go strings and booleans. */
final class Scalars {
  private Scalars() {}

  /** Whether a node decodes into a string; null does, as the empty string. */
  static boolean isText(YamlNode node, TalosVersion version) {
    if (!(node.resolved() instanceof YamlScalar scalar)) {
      return false;
    }
    return switch (scalar.kind()) {
      case TIMESTAMP -> !TalosChange.TIMESTAMPS_ARE_NOT_STRINGS.in(version);
      case BINARY -> binary(scalar) != null;
      default -> true;
    };
  }

  /** The string a node decodes into: empty for null and for what does not decode. */
  static String text(YamlNode node) {
    if (!(node.resolved() instanceof YamlScalar scalar)) {
      return "";
    }
    return switch (scalar.kind()) {
      case NULL -> "";
      case BINARY -> {
        String decoded = binary(scalar);
        yield decoded == null ? "" : decoded;
      }
      default -> scalar.text();
    };
  }

  private static @Nullable String binary(YamlScalar scalar) {
    try {
      byte[] bytes = Base64.getDecoder().decode(scalar.text().replaceAll("[\r\n]", ""));
      return ByteText.of(bytes);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a node decodes into a boolean; null does, as "not set". */
  static boolean isFlag(YamlNode node) {
    return node.resolved() instanceof YamlScalar scalar
        && (scalar.kind() == ScalarKind.NULL || flag(scalar) != null);
  }

  /**
   * The boolean a scalar stands for, or null. YAML 1.1's words count even in quotes, but {@code
   * "true"} does not: go-yaml's {@code decode.go} tries them on anything that resolved to a string.
   */
  static @Nullable Boolean flag(YamlScalar scalar) {
    return switch (scalar.kind()) {
      case BOOL ->
          switch (scalar.text()) {
            case "true", "True", "TRUE" -> Boolean.TRUE;
            case "false", "False", "FALSE" -> Boolean.FALSE;
            default -> null;
          };
      case STRING ->
          switch (scalar.text()) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> Boolean.TRUE;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> Boolean.FALSE;
            default -> null;
          };
      default -> null;
    };
  }
}
