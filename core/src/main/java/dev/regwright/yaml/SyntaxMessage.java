package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Words the parser's syntax errors for people, without quoting any value. */
final class SyntaxMessage {
  private SyntaxMessage() {}

  static String of(MarkedYamlEngineException e) {
    String problem = plain(e.getProblem());
    String context = plain(e.getContext());
    return context.isEmpty() ? problem : problem + " (" + context + ")";
  }

  private static String plain(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
