package dev.regwright.lint.policy;

import dev.regwright.talos.MirrorEntry;

/** How messages name things. */
final class Words {
  private static final int LONGEST = 64;

  private Words() {}

  /** Long names are cut, and what stands before an @ may be a secret. */
  static String name(String name) {
    String shown = name.substring(name.lastIndexOf('@') + 1);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }

  /** The images a mirror is for, as in "pulls of …". */
  static String images(MirrorEntry mirror) {
    String name = mirror.nameText();
    if (name.equals("*")) {
      return "every registry without a mirror of its own";
    }
    return name.isEmpty() ? "this registry" : name(name);
  }

  /** The registry behind a mirror. */
  static String upstream(MirrorEntry mirror) {
    String name = mirror.nameText();
    return name.isEmpty() || name.equals("*") ? "the registry itself" : name(name) + " itself";
  }
}
