package dev.regwright.yaml;

import dev.regwright.yaml.YamlScalar.Style;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/** Where the parser and go-yaml, still a YAML 1.1 reader in places, differ in what they accept. */
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
    for (int at = start; at + 1 < end; at++) {
      if (text.charAt(at) == '\\') {
        at++;
        if (text.charAt(at) == '/') {
          return "go-yaml does not know the escape \\/: write a plain /";
        }
        if (text.charAt(at) == 'u' && isSurrogate(text, at + 1, end)) {
          return "go-yaml refuses an escaped surrogate half: write the character itself";
        }
      }
    }
    return null;
  }

  private static boolean isSurrogate(String text, int at, int end) {
    return at + 4 <= end
        && Character.toLowerCase(text.charAt(at)) == 'd'
        && "89abcdefABCDEF".indexOf(text.charAt(at + 1)) >= 0;
  }

  /**
   * A block scalar's value without the line break the parser adds when the text ends within the
   * scalar's last line; go-yaml's {@code yaml_parser_scan_block_scalar} only keeps breaks that are
   * there.
   */
  static String withoutAddedBreak(String text, int end, String value) {
    if (end < text.length() || !value.endsWith("\n") || isBreak(text.charAt(end - 1))) {
      return value;
    }
    int line = end;
    while (line > 0 && !isBreak(text.charAt(line - 1))) {
      line--;
    }
    String content = value.substring(0, value.length() - 1);
    String lastLine = content.substring(content.lastIndexOf('\n') + 1);
    boolean blankEnd = text.substring(line, end).isBlank();
    // Blanks at the end are content only where they go beyond the indentation.
    boolean added = !blankEnd || (!lastLine.isEmpty() && lastLine.isBlank());
    return added ? content : value;
  }

  /** The index of what follows the anchor or tag at an index: blanks and comments are skipped. */
  static int skipProperty(String text, int at, int end) {
    int i = at;
    while (i < end && !isBlank(text.charAt(i))) {
      i++;
    }
    while (i < end && (isBlank(text.charAt(i)) || text.charAt(i) == '#')) {
      if (text.charAt(i) == '#') {
        while (i < end && !isBreak(text.charAt(i))) {
          i++;
        }
      } else {
        i++;
      }
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
