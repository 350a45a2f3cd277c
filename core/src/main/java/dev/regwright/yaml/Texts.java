package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * One instance for equal short texts, as far as a small table reaches: streams repeat the same keys
 * and values thousands of times.
 */
final class Texts {
  private static final int LONGEST = 32;

  private final @Nullable String[] table = new String[1024];

  String shared(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int at = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (table.length - 1);
    String known = table[at];
    if (known != null && known.equals(text)) {
      return known;
    }
    table[at] = text;
    return text;
  }
}
