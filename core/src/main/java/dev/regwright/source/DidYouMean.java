package dev.regwright.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a user probably meant. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The known word nearest to what was written, if one is near enough to be a slip: equal but for
   * case, hyphens and underscores, or at most a third of its letters (and never more than three)
   * apart.
   */
  public static Optional<String> closest(String written, Collection<String> known) {
    if (written.length() > 64) {
      return Optional.empty();
    }
    String folded = fold(written);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String word : known.stream().sorted().toList()) {
      int distance = distance(folded, fold(word));
      if (distance <= Math.min(3, Math.max(word.length(), written.length()) / 3)
          && distance < bestDistance) {
        best = word;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Levenshtein distance, a swap of neighbours counting once. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
