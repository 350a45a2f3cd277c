package dev.regwright.talos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a recorded answer of Talos says, taken apart: the rule ids it corresponds to and the lines
 * it names.
 */
final class UpstreamAnswer {
  private static final Pattern DOCUMENT =
      Pattern.compile("^error decoding document .*? \\(line (\\d+)\\): ", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("(?:line |[-@ ]L)(\\d+)");
  private static final Pattern CONSTRUCT =
      Pattern.compile("line (\\d+): (.*?)(?=; line \\d+: |\\n  line \\d+: |\\n?$)", Pattern.DOTALL);

  private static final Map<String, Set<String>> CLASSES =
      Map.of(
          "expected a YAML document", Set.of("not-a-document"),
          "recovered: expected a mapping node", Set.of("not-a-document", "empty-document"),
          "duplicate document", Set.of("duplicate-document"),
          "unknown keys found", Set.of("unknown-key"),
          "unexpected type for yaml sequence", Set.of("unknown-key"),
          "missing kind", Set.of("missing-kind"),
          "missing apiVersion", Set.of("missing-api-version"),
          "config not found", Set.of("no-document"),
          "recovered: runtime error", Set.of("value-read-as-key"),
          "kind decode", Set.of("wrong-type"));

  private final String text;

  UpstreamAnswer(String text) {
    this.text = text;
  }

  boolean isLoadError() {
    return text.startsWith("LOAD ERROR: ");
  }

  boolean isInvalid() {
    return text.contains("VALIDATE ERROR: ");
  }

  /** The load error without the words around it. */
  private String error() {
    String error = text.substring("LOAD ERROR: ".length()).stripTrailing();
    return DOCUMENT.matcher(error).replaceFirst("");
  }

  /** The line of the document the error is about, or 0 when the answer does not say. */
  int documentLine() {
    Matcher m = DOCUMENT.matcher(text.substring("LOAD ERROR: ".length()));
    return m.find() ? Integer.parseInt(m.group(1)) : 0;
  }

  boolean isSyntax() {
    return error().startsWith("decode error: ");
  }

  boolean isConstruct() {
    return error().startsWith("error decoding ");
  }

  /** The ids one of which must be among our findings. */
  Set<String> rules() {
    String error = error();
    for (Map.Entry<String, Set<String>> e : CLASSES.entrySet()) {
      if (error.startsWith(e.getKey())) {
        return e.getValue();
      }
    }
    if (isSyntax()) {
      return Set.of("yaml-syntax", "yaml-encoding", "unknown-anchor", "yaml-depth");
    }
    if (error.endsWith(": not registered")) {
      return error.contains("\"\": not")
          ? Set.of("missing-api-version")
          : Set.of("unknown-kind", "value-read-as-key");
    }
    return Set.of("wrong-type", "bad-url", "bad-base64", "duplicate-key");
  }

  /** All lines the error names; go-yaml's older versions name the one before the one meant. */
  Set<Integer> lines() {
    Set<Integer> lines = new TreeSet<>();
    Matcher m = LINE.matcher(error());
    while (m.find()) {
      lines.add(Integer.parseInt(m.group(1)));
    }
    return lines;
  }

  /** Each construct error with its line, as our findings hold them in {@code upstream}. */
  Set<String> constructErrors() {
    Set<String> errors = new TreeSet<>();
    Matcher m = CONSTRUCT.matcher(error());
    while (m.find()) {
      errors.add("line " + m.group(1) + ": " + m.group(2).strip());
    }
    if (errors.isEmpty()) { // yaml.v3 names no line for errors of custom types
      String error = error();
      errors.add(error.substring(error.indexOf(": ") + 2));
    }
    return errors;
  }

  /**
   * The validation error's lines without its counts, sorted: Talos's own order is random for maps.
   */
  static List<String> sortedLines(String text) {
    int at = text.indexOf("VALIDATE ERROR: ");
    List<String> lines = new ArrayList<>(text.substring(Math.max(at, 0)).lines().toList());
    lines.sort(null);
    return lines;
  }
}
