package dev.regwright.toml;

import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a TOML text, be it valid or not: number signs outside of strings. */
public final class TomlComments {
  private final String text;
  private int at;

  private TomlComments(String text) {
    this.text = text;
  }

  /** Where the number signs of the comments stand, in order. */
  public static List<Integer> in(String text) {
    return new TomlComments(text).run();
  }

  private List<Integer> run() {
    List<Integer> found = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        found.add(at);
        skipLine();
      } else if (c == '"' || c == '\'') {
        skipString(c);
      } else {
        at++;
      }
    }
    return found;
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  /** A string of one line ends with the line at the latest, whatever it lacks. */
  private void skipString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean lines = text.startsWith(three, at);
    at += lines ? 3 : 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (lines ? text.startsWith(three, at) : c == quote) {
        at += lines ? 3 : 1;
        return;
      }
      if (!lines && c == '\n') {
        return;
      }
      boolean escape = quote == '"' && c == '\\' && at + 1 < text.length();
      at += escape && text.charAt(at + 1) != '\n' ? 2 : 1;
    }
  }
}
