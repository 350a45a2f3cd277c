package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell command as far as we can tell what it is.
 *
 * @param words all its words
 * @param names those of them that are no flags
 */
record FlagCommand(List<ShellWord> words, List<String> names) {
  static FlagCommand of(List<ShellWord> words) {
    List<String> names = new ArrayList<>();
    for (ShellWord word : words) {
      if (!word.text().startsWith("-")) {
        names.add(word.text());
      }
    }
    return new FlagCommand(words, names);
  }

  /** Whether it runs talosctl, or may: flags alone and what the shell fills in are taken, too. */
  boolean mayBeTalosctl() {
    ShellWord first = words.get(0);
    if (first.open() || first.text().startsWith("-")) {
      return true;
    }
    for (String name : names) {
      if (name.substring(name.lastIndexOf('/') + 1).startsWith("talosctl")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it surely has no {@code --registry-insecure-skip-verify}. */
  boolean lacksInsecure(TalosVersion version) {
    String after = following("cluster", "create");
    boolean user = after.equals("docker") || after.equals("qemu");
    return has("gen", "config") || (user && TalosChange.CLUSTER_CREATE_DEV.in(version));
  }

  /** The version whose configuration it makes, as {@code --talos-version} says. */
  TalosVersion contract(TalosVersion version) {
    String flag = "--talos-version";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      if (word.startsWith(flag + "=")) {
        return TalosVersion.parse(word.substring(flag.length() + 1)).orElse(version);
      }
      if (word.equals(flag) && i + 1 < words.size()) {
        return TalosVersion.parse(words.get(i + 1).text()).orElse(version);
      }
    }
    return version;
  }

  private boolean has(String first, String second) {
    int at = names.indexOf(first);
    return at >= 0 && at + 1 < names.size() && names.get(at + 1).equals(second);
  }

  private String following(String first, String second) {
    int at = names.indexOf(first) + 2;
    return has(first, second) && at < names.size() ? names.get(at) : "";
  }
}
