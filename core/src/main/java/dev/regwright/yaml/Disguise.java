package dev.regwright.yaml;

/**
 * Stand-ins for characters that the parser would take for indicators, or refuse, where go-yaml
 * takes them for text. A stand-in is a private-use character, so it is text to the parser wherever
 * it stands; it is taken off every scalar and name afterwards. That is why it does no harm to put
 * on too many, and why this class need not know the context exactly.
 *
 * <ul>
 *   <li>{@code :} that begins an item of a flow sequence, as in {@code [::1]} (from v4 rc.4 on)
 *   <li>{@code -} and {@code ?} alone, as in {@code [a, -]}
 *   <li>{@code . / * &} in the names of anchors
 *   <li>the backslash of the escape {@code \'}
 *   <li>DEL and the C1 controls (from v4 rc.4 on)
 * </ul>
 */
final class Disguise {
  /** The characters to {@link #visit}. */
  static final String TRIGGERS = "[],&*\\";

  private static final int BASE = 0xE000;
  private static final int SIZE = 0xA0;

  private final String text;
  private final GoYaml release;
  private final Wardrobe wardrobe;
  private int escaped = -1; // index of a backslash that is itself escaped

  /** Where the stand-ins are put on. */
  interface Wardrobe {
    void change(int at, char standIn);
  }

  Disguise(String text, GoYaml release, Wardrobe wardrobe) {
    this.text = text;
    this.release = release;
    this.wardrobe = wardrobe;
  }

  static boolean isStandIn(char c) {
    return c >= BASE && c < BASE + SIZE;
  }

  private void put(int at) {
    wardrobe.change(at, (char) (BASE + text.charAt(at)));
  }

  /** Looks around a trigger; to be called in ascending order. Says whether it is dealt with. */
  boolean visit(int at) {
    char c = text.charAt(at);
    switch (c) {
      case '[' -> beforeItem(at);
      case ']' -> behindItem(at);
      case ',' -> {
        behindItem(at);
        beforeItem(at);
      }
      case '&', '*' -> name(at);
      case '\\' -> escape(at);
      default -> {
        boolean control = c >= 0x7F && c < SIZE && c != '\u0085';
        if (!control || !release.atLeast(GoYaml.V4_RC4)) {
          return false;
        }
        put(at);
      }
    }
    return true;
  }

  /** {@code isFlowSequence} of go-yaml's scanner looks at the token before the colon only. */
  private void beforeItem(int at) {
    int next = at + 1;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    if (next + 1 < text.length()
        && text.charAt(next) == ':'
        && !isBlank(text.charAt(next + 1))
        && release.atLeast(GoYaml.V4_RC4)) {
      put(next);
    }
  }

  private void behindItem(int at) {
    if (at < 2) {
      return;
    }
    char item = text.charAt(at - 1);
    char before = text.charAt(at - 2);
    boolean alone = item == '-' || (item == '?' && release.atLeast(GoYaml.V4_RC3));
    if (alone && (isBlank(before) || "[{,:".indexOf(before) >= 0)) {
      put(at - 1);
    }
  }

  private void name(int at) {
    boolean begins =
        at == 0 || isBlank(text.charAt(at - 1)) || "[{,".indexOf(text.charAt(at - 1)) >= 0;
    if (!begins) {
      return;
    }
    for (int i = at + 1; i < text.length() && AnchorNames.allowed(text.charAt(i)); i++) {
      if ("./*&".indexOf(text.charAt(i)) >= 0) {
        put(i);
      }
    }
  }

  private void escape(int at) {
    if (at == escaped || at + 1 == text.length()) {
      return;
    }
    if (text.charAt(at + 1) == '\\') {
      escaped = at + 1;
    } else if (text.charAt(at + 1) == '\'') {
      put(at);
    }
  }

  private static boolean isBlank(char c) {
    return " \t\r\n\u0085\u2028\u2029".indexOf(c) >= 0;
  }

  /**
   * Takes the stand-ins off.
   *
   * @param escapes whether the piece is a double-quoted scalar, in which a backslash is no content
   */
  static String takeOff(String piece, boolean escapes) {
    int at = 0;
    while (at < piece.length() && !isStandIn(piece.charAt(at))) {
      at++;
    }
    if (at == piece.length()) {
      return piece;
    }
    var out = new StringBuilder(piece.length()).append(piece, 0, at);
    for (; at < piece.length(); at++) {
      char c = piece.charAt(at);
      if (!isStandIn(c)) {
        out.append(c);
      } else if (!escapes || c != BASE + '\\') {
        out.append((char) (c - BASE));
      }
    }
    return out.toString();
  }
}
