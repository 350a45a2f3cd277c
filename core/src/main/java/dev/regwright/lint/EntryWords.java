package dev.regwright.lint;

import dev.regwright.talos.MirrorEntry;

/** How the messages of all rules name mirrors and what is behind them. */
public final class EntryWords {
  private static final String ALL = "*";
  private static final int LONGEST = 64;

  private EntryWords() {}

  /** A name as we show it: long ones are cut, and what stands before an @ may be a secret. */
  public static String name(String name) {
    String shown = name.substring(name.lastIndexOf('@') + 1);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }

  /** The images a mirror is for, as in "pulls of …". */
  public static String images(MirrorEntry mirror) {
    String name = mirror.nameText();
    if (name.equals(ALL)) {
      return "every registry without a mirror of its own";
    }
    return name.isEmpty() ? "this registry" : name(name);
  }

  /** The registry behind a mirror, as in "pods go to …". */
  public static String upstream(MirrorEntry mirror) {
    String name = mirror.nameText();
    return name.isEmpty() || name.equals(ALL) ? "the registry itself" : name(name) + " itself";
  }
}
