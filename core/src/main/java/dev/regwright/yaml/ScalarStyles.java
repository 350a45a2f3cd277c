package dev.regwright.yaml;

import dev.regwright.yaml.YamlScalar.Style;
import java.util.regex.Pattern;

/** Which style go-yaml writes a string in. */
final class ScalarStyles {
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");

  private static final int LONGER_THAN_WORDS = 6;
  private static final int LONGEST_SURE = 100;

  private ScalarStyles() {}

  /** What the emitter makes of a style that cannot hold the text ({@code selectScalarStyle}). */
  static Style possible(Style wanted, ScalarFacts facts, boolean key) {
    Style style = wanted;
    if (style == Style.PLAIN && !facts.plain()) {
      style = Style.SINGLE_QUOTED;
    }
    if (style == Style.SINGLE_QUOTED && !facts.single()) {
      return Style.DOUBLE_QUOTED;
    }
    if (style == Style.LITERAL && (!facts.block() || key)) {
      return Style.DOUBLE_QUOTED;
    }
    return style;
  }

  /** The style asked for when a Go string is written. */
  static Style of(String text, GoYaml library) {
    if (text.indexOf('\n') >= 0) {
      boolean blank = text.length() < 2 || text.codePoints().allMatch(ScalarStyles::isGoSpace);
      return blank && library != GoYaml.V3 ? Style.DOUBLE_QUOTED : Style.LITERAL;
    }
    if (isOldWord(text, library)) {
      return library == GoYaml.V4_RC6 ? Style.SINGLE_QUOTED : Style.DOUBLE_QUOTED;
    }
    return isString(text, library) ? Style.PLAIN : Style.DOUBLE_QUOTED;
  }

  /** The style asked for when a string node without a style is written. */
  static Style ofNode(String text, GoYaml library) {
    if (text.indexOf('\n') >= 0) {
      return Style.LITERAL;
    }
    boolean merges = text.equals("<<") && library.atLeast(GoYaml.V4_RC4);
    return isString(text, library) && !merges ? Style.PLAIN : Style.DOUBLE_QUOTED;
  }

  private static boolean isString(String text, GoYaml library) {
    return switch (ScalarKind.ofPlain(text)) {
      case STRING -> library != GoYaml.V3 || !isSignedBehindPrefix(text);
      case MERGE -> true;
      default -> false;
    };
  }

  /** yaml.v3 takes a sign behind the prefix of a number. */
  private static boolean isSignedBehindPrefix(String text) {
    String plain = text.replace("_", "");
    boolean signed = plain.startsWith("0b") || plain.startsWith("0o");
    return signed
        && plain.length() > 3
        && (plain.charAt(2) == '-' || plain.charAt(2) == '+')
        && GoNumbers.isInt(plain.substring(0, 2) + plain.substring(3));
  }

  /** What YAML 1.1 reads as something else than a string, and the merge key. */
  private static boolean isOldWord(String text, GoYaml library) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
      case "<<" -> library != GoYaml.V3;
      default -> mayBeBase60(text) && BASE_60.matcher(text).matches();
    };
  }

  private static boolean mayBeBase60(String text) {
    return text.indexOf(':') > 0 && "+-0123456789".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Whether a text is surely written as it is, in every style and by every library: letters and
   * digits, too long to be a word of YAML. Nearly all keys are.
   */
  static boolean isSurelyPlain(String text) {
    if (text.length() < LONGER_THAN_WORDS || text.length() > LONGEST_SURE) {
      return text.equals("kind") || text.equals("name") || text.equals("url");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** As Go's {@code unicode.IsSpace}. */
  private static boolean isGoSpace(int c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
  }
}
