package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/** go-yaml's {@code is_anchor_char}: stricter than YAML 1.2, and stricter still in yaml.v3. */
final class AnchorNames {
  private AnchorNames() {}

  static boolean allowed(char c) {
    return c > ' ' && c < 0x7F && ":,[]{}".indexOf(c) < 0;
  }

  /** What go-yaml has against a name the parser accepted, or null. */
  static @Nullable String problem(String name, GoYaml release) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ':') {
        return "go-yaml ends the name of an anchor at the colon: put a space before it";
      }
      boolean taken = release == GoYaml.V3 ? isWord(c) : allowed(c);
      if (!taken) {
        return "go-yaml does not take this character in the name of an anchor";
      }
    }
    return null;
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '_'
        || c == '-';
  }
}
