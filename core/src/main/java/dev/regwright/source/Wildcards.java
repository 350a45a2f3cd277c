package dev.regwright.source;

/** Patterns in which a {@code *} stands for any characters. */
public final class Wildcards {
  private Wildcards() {}

  /**
   * Whether a text is meant by a pattern. Linear but for the stars, each of which only ever moves
   * forward.
   *
   * @param single whether a {@code ?} in the pattern stands for any one character
   */
  public static boolean match(String pattern, String text, boolean single) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (p < pattern.length() && c == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && ((single && c == '?') || c == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
