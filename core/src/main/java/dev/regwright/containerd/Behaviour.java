package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.UrlRules;
import dev.regwright.toml.TomlDialect;

/**
 * A containerd version and the libraries it is built with.
 *
 * @param toml how its go-toml reads
 * @param urls how its {@code net/url} reads; release builds of 2.3 use Go 1.26, of 2.2 Go 1.25
 */
record Behaviour(ContainerdVersion version, TomlDialect toml, UrlRules urls) {
  static Behaviour of(ContainerdVersion version) {
    TomlDialect toml = TomlDialect.GO_TOML_1;
    if (ContainerdChange.TOML_1_1.in(version)) {
      toml = TomlDialect.GO_TOML_2_4;
    } else if (ContainerdChange.GO_TOML_2.in(version)) {
      toml = TomlDialect.GO_TOML_2;
    }
    UrlRules urls = UrlRules.GO_1_19;
    if (ContainerdChange.CONFIG_VERSION_4.in(version)) {
      urls = UrlRules.GO_1_26;
    } else if (ContainerdChange.REFERRERS.in(version)) {
      urls = UrlRules.GO_1_25;
    }
    return new Behaviour(version, toml, urls);
  }

  Behaviour withUrls(UrlRules other) {
    return new Behaviour(version, toml, other);
  }

  boolean has(ContainerdChange change) {
    return change.in(version);
  }

  /** Whether it is of the 1.x series. */
  boolean first() {
    return !has(ContainerdChange.GO_TOML_2);
  }
}
