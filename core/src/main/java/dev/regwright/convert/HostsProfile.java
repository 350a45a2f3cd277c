package dev.regwright.convert;

import java.util.List;

/** The two ways to write hosts.toml directories. */
public enum HostsProfile {
  /** The form that every containerd from 1.6 on reads the same way. */
  CONTAINERD("containerd"),
  /** The bytes and names Talos itself writes on a node. */
  TALOS("talos");

  /** The words, the usual one first. */
  public static final List<String> WORDS = List.of("containerd", "talos");

  private final String word;

  HostsProfile(String word) {
    this.word = word;
  }

  /** The word users choose it by. */
  public String word() {
    return word;
  }
}
