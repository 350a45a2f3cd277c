package dev.regwright.yaml;

import dev.regwright.yaml.YamlScalar.Style;
import org.jspecify.annotations.Nullable;

/** Writes one scalar in a given style. */
final class ScalarWriter {
  private static final String NAMED = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";
  private static final String NAMES = "0abtnvfre\"\\N_LP";

  private final Output out;
  private final int indent;
  private final GoYaml library;

  ScalarWriter(Output out, int indent, GoYaml library) {
    this.out = out;
    this.indent = indent;
    this.library = library;
  }

  void write(String text, Style style) {
    switch (style) {
      case PLAIN -> plain(text);
      case SINGLE_QUOTED -> singleQuoted(text);
      case DOUBLE_QUOTED -> doubleQuoted(text);
      case LITERAL, FOLDED -> literal(text, null);
    }
  }

  private void plain(String text) {
    if (!text.isEmpty()) {
      out.indicator(text, true, false);
    }
    out.scalarDone();
  }

  /** Line breaks in here are never line feeds: those make a block or need escapes. */
  private void singleQuoted(String text) {
    out.indicator("'", true, false);
    boolean broken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ScalarFacts.isBreak(c)) {
        out.lineBreak(c);
        broken = true;
        continue;
      }
      if (broken) {
        out.indent(indent);
      }
      if (c == '\'') {
        out.put('\'');
      }
      out.character(c);
      broken = false;
    }
    out.indicator("'", false, false);
    out.scalarDone();
  }

  private void doubleQuoted(String text) {
    out.indicator("\"", true, false);
    // go-yaml looks for the byte order mark in the wrong place: one at the start escapes
    // everything.
    boolean all = text.startsWith("\uFEFF");
    text.codePoints().forEach(c -> escaped(c, all));
    out.indicator("\"", false, false);
    out.scalarDone();
  }

  private void escaped(int c, boolean always) {
    boolean asIs =
        ScalarFacts.isPrintable(c) && !ScalarFacts.isBreak(c) && c != '"' && c != '\\' && !always;
    if (asIs) {
      out.character(c);
      return;
    }
    int name = NAMED.indexOf(c);
    if (name >= 0) {
      out.put('\\');
      out.put(NAMES.charAt(name));
    } else if (c <= 0xFF) {
      hex('x', 2, c);
    } else {
      hex(c <= 0xFFFF ? 'u' : 'U', c <= 0xFFFF ? 4 : 8, c);
    }
  }

  private void hex(char letter, int digits, int value) {
    out.put('\\');
    out.put(letter);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.put("0123456789ABCDEF".charAt(value >> shift & 15));
    }
  }

  /** A literal block; a comment stands behind its first mark. */
  void literal(String text, @Nullable String comment) {
    out.indicator("|" + hints(text), true, false);
    if (comment != null) {
      out.lineComment(comment);
    } else if (library != GoYaml.V3) { // which loses a line break at the start
      out.lineBreak('\n');
    }
    out.blockBegins();
    boolean broken = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ScalarFacts.isBreak(c)) {
        out.lineBreak(c);
        broken = true;
        continue;
      }
      if (broken) {
        out.indent(indent);
      }
      out.character(c);
      broken = false;
    }
  }

  /** The indentation, where it could be mistaken, and how the block ends. */
  private String hints(String text) {
    char first = text.charAt(0);
    boolean unclear =
        first == ' ' || (ScalarFacts.isBreak(first) && !library.atLeast(GoYaml.V4_RC4));
    String indentation = unclear ? String.valueOf(Output.INDENT) : "";
    int last = text.length() - 1;
    if (!ScalarFacts.isBreak(text.charAt(last))) {
      return indentation + "-";
    }
    boolean more = last == 0 || ScalarFacts.isBreak(text.charAt(last - 1));
    return more ? indentation + "+" : indentation;
  }
}
