package dev.regwright.model;

import java.util.regex.Pattern;

/**
 * Values another tool fills in later: {@code ${X}}, {@code {{ x }}}, {@code ENC[…]}, {@code
 * op://…}, {@code ak://…}, {@code ref+…://}, {@code %%X%%}. We keep them as written and judge
 * nothing about them.
 */
public final class Placeholders {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$\\{[^}]*\\}|\\{\\{.*|\\$[A-Z_][A-Z0-9_]*|ENC\\[|%%[A-Za-z0-9_.-]+%%|(?:op|ak)://|ref\\+[a-z0-9]+://|<path:|<no value>",
          Pattern.DOTALL);

  private Placeholders() {}

  /** Whether a text is, or holds, such a value. */
  public static boolean in(String text) {
    return mayHold(text) && SHAPE.matcher(text).find();
  }

  /** Nearly every text lacks all of these characters; the pattern is for the rest. */
  private static boolean mayHold(String text) {
    return text.indexOf('$') >= 0
        || text.indexOf('{') >= 0
        || text.indexOf('[') >= 0
        || text.indexOf('%') >= 0
        || text.indexOf('<') >= 0
        || text.startsWith("op:")
        || text.startsWith("ak:")
        || text.startsWith("ref+");
  }
}
