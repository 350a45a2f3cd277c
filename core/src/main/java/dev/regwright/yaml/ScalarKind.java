package dev.regwright.yaml;

/** What go-yaml's resolver ({@code resolve.go}) makes of a scalar. */
public enum ScalarKind {
  NULL("!!null"),
  BOOL("!!bool"),
  INT("!!int"),
  FLOAT("!!float"),
  TIMESTAMP("!!timestamp"),
  MERGE("!!merge"),
  BINARY("!!binary"),
  STRING("!!str"),
  /** An explicit tag go-yaml attaches no meaning to. */
  OTHER("");

  private final String tag;

  ScalarKind(String tag) {
    this.tag = tag;
  }

  /** The short tag in go-yaml's messages. */
  public String tag() {
    return tag;
  }

  static ScalarKind of(YamlScalar scalar) {
    String tag = scalar.tag();
    if (tag != null && !tag.equals("!")) {
      return ofTag(Tags.shorten(tag));
    }
    if (tag != null || scalar.style() != YamlScalar.Style.PLAIN) {
      return STRING;
    }
    return ofPlain(scalar.text());
  }

  private static ScalarKind ofTag(String shortTag) {
    return switch (shortTag) {
      case "!!null" -> NULL;
      case "!!bool" -> BOOL;
      case "!!int" -> INT;
      case "!!float" -> FLOAT;
      case "!!timestamp" -> TIMESTAMP;
      case "!!merge" -> MERGE;
      case "!!binary" -> BINARY;
      case "!!str" -> STRING;
      default -> OTHER;
    };
  }

  /** What an untagged plain scalar with this text is. */
  public static ScalarKind ofPlain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    return switch (text.charAt(0)) {
      case '~', 'n', 'N', 't', 'T', 'f', 'F', '<' -> ofWord(text);
      case '.' -> ofWord(text) == FLOAT || GoNumbers.isFraction(text) ? FLOAT : STRING;
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ofNumber(text);
      default -> STRING;
    };
  }

  private static ScalarKind ofWord(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOL;
      case "<<" -> MERGE;
      case ".nan",
          ".NaN",
          ".NAN",
          ".inf",
          ".Inf",
          ".INF",
          "+.inf",
          "+.Inf",
          "+.INF",
          "-.inf",
          "-.Inf",
          "-.INF",
          "-0" ->
          FLOAT;
      default -> STRING;
    };
  }

  private static ScalarKind ofNumber(String text) {
    if (ofWord(text) == FLOAT) {
      return FLOAT;
    }
    if (Timestamps.matches(text)) {
      return TIMESTAMP;
    }
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    if (GoNumbers.isInt(digits)) {
      return INT;
    }
    return GoNumbers.isFloat(digits) ? FLOAT : STRING;
  }
}
