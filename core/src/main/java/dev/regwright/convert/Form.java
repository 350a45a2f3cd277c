package dev.regwright.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms a registry configuration has. */
public enum Form {
  /** RegistryMirrorConfig, RegistryAuthConfig and RegistryTLSConfig documents. */
  TALOS("talos"),
  /** {@code machine.registries}. */
  TALOS_LEGACY("talos-legacy"),
  /** A directory of hosts.toml files. */
  HOSTS_TOML("hosts-toml"),
  /** The registry part of containerd's CRI configuration. */
  CRI_TOML("cri-toml"),
  /** Flags of {@code talosctl gen config} and {@code talosctl cluster create}. */
  TALOSCTL_FLAGS("talosctl-flags");

  private final String word;

  Form(String word) {
    this.word = word;
  }

  /** The word users choose it by. */
  public String word() {
    return word;
  }

  /** The form of that word. */
  public static Optional<Form> named(String word) {
    for (Form form : values()) {
      if (form.word.equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** The words, in order. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Form form : values()) {
      words.add(form.word);
    }
    return words;
  }
}
