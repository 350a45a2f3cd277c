package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a host may be asked for. */
public enum Capability {
  /** Blobs, and manifests by digest. */
  PULL,
  /** Tags. */
  RESOLVE,
  /** Uploads. */
  PUSH,
  /** Referrers of a manifest; since containerd 2.2. */
  REFERRERS;

  /** The word in hosts.toml. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Set<Capability> all(Behaviour behaviour) {
    return behaviour.has(ContainerdChange.REFERRERS)
        ? EnumSet.allOf(Capability.class)
        : EnumSet.of(PULL, RESOLVE, PUSH);
  }

  /** The capability of a word, whatever its case. */
  static Optional<Capability> of(String word, Behaviour behaviour) {
    String lower = word.toLowerCase(Locale.ROOT);
    return all(behaviour).stream().filter(c -> c.label().equals(lower)).findFirst();
  }
}
