package dev.regwright.talos;

/** Quotes words for a POSIX shell. */
final class ShellQuoting {
  private ShellQuoting() {}

  /** The word in single quotes, unless every shell takes it as it is. */
  static String of(String word) {
    boolean plain =
        !word.isEmpty()
            && "=~".indexOf(word.charAt(0)) < 0
            && word.chars().allMatch(c -> isPlain((char) c));
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_-./:@%+=,".indexOf(c) >= 0;
  }
}
