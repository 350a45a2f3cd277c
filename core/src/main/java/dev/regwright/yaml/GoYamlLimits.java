package dev.regwright.yaml;

import dev.regwright.yaml.YamlScalar.Style;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/** What the parser accepts and go-yaml, still a YAML 1.1 reader in places, refuses. */
final class GoYamlLimits {
  private GoYamlLimits() {}

  /** go-yaml's {@code parserc.go} takes {@code %YAML 1.1} and nothing else. */
  static boolean incompatibleVersion(DocumentStartEvent begin) {
    SpecVersion version = begin.getSpecVersion().orElse(null);
    return version != null && (version.getMajor() != 1 || version.getMinor() != 1);
  }

  /**
   * What go-yaml's {@code scannerc.go} does not take in a double-quoted scalar, or null: JSON's
   * escaped slash, and escapes of surrogate halves.
   *
   * @param text the source text
   * @param start index of the opening quote
   */
  static @Nullable String badEscape(String text, int start, int end, Style style) {
    if (style != Style.DOUBLE_QUOTED) {
      return null;
    }
    for (int at = text.indexOf('\\', start);
        at >= 0 && at + 1 < end;
        at = text.indexOf('\\', at + 2)) {
      char escape = text.charAt(at + 1);
      if (escape == '/') {
        return "go-yaml does not know the escape \\/: write a plain /";
      }
      if (escape == 'u' && isSurrogate(text, at + 2, end)) {
        return "go-yaml refuses an escaped surrogate half: write the character itself";
      }
    }
    return null;
  }

  private static boolean isSurrogate(String text, int at, int end) {
    return at + 4 <= end
        && Character.toLowerCase(text.charAt(at)) == 'd'
        && "89abcdefABCDEF".indexOf(text.charAt(at + 1)) >= 0;
  }
}
