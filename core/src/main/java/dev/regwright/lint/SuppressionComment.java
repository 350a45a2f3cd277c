package dev.regwright.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment to us: {@code # regwright: ignore RULE[,RULE] -- reason}, or {@code ignore-file} for
 * all lines.
 *
 * @param start where its number sign stands
 * @param end just behind it
 * @param own whether nothing else stands on its line
 * @param wholeFile whether it speaks of all lines
 * @param rules what it names, in order
 * @param reason why; null when it does not say
 * @param trouble why it means nothing; null when it does
 */
record SuppressionComment(
    int start,
    int end,
    boolean own,
    boolean wholeFile,
    List<String> rules,
    @Nullable String reason,
    @Nullable String trouble) {
  static final String SIGN = "regwright:";

  private static final int MAX_RULES = 64;

  SuppressionComment {
    rules = List.copyOf(rules);
  }

  /**
   * Reads a comment; null when it is not for us.
   *
   * @param text from the number sign on
   */
  static @Nullable SuppressionComment read(String text, int start, boolean own) {
    int from = 1;
    while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
      from++;
    }
    if (!text.startsWith(SIGN, from)) {
      return null;
    }
    String body = text.substring(from + SIGN.length()).strip();
    int dashes = reasonAt(body);
    String reason = dashes < 0 ? "" : body.substring(dashes + 2).strip();
    List<String> words = words(dashes < 0 ? body : body.substring(0, dashes));
    String verb = words.isEmpty() ? "" : words.get(0);
    boolean wholeFile = verb.equals("ignore-file");
    List<String> rules = words.isEmpty() ? words : words.subList(1, words.size());
    String trouble = null;
    if (!wholeFile && !verb.equals("ignore")) {
      trouble = "it says neither ignore nor ignore-file";
    } else if (rules.isEmpty()) {
      trouble = "it names no rule";
    }
    return new SuppressionComment(
        start,
        start + text.length(),
        own,
        wholeFile,
        rules,
        reason.isEmpty() ? null : reason,
        trouble);
  }

  /** Rules' names have single hyphens within. */
  private static int reasonAt(String body) {
    for (int at = body.indexOf("--"); at >= 0; at = body.indexOf("--", at + 1)) {
      if (at == 0 || body.charAt(at - 1) == ' ' || body.charAt(at - 1) == '\t') {
        return at;
      }
    }
    return -1;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length() && words.size() < MAX_RULES; i++) {
      if (i == text.length() || " \t,".indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
