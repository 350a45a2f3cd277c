package dev.regwright.talos;

import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of a stream, as far as registries are concerned. */
public sealed interface TalosDocument {
  /** Where it stands. */
  YamlDocument yaml();

  /** A RegistryMirrorConfig. */
  record Mirror(YamlDocument yaml, MirrorEntry entry) implements TalosDocument {}

  /** A RegistryAuthConfig. */
  record Auth(YamlDocument yaml, AuthEntry entry) implements TalosDocument {}

  /** A RegistryTLSConfig. */
  record Tls(YamlDocument yaml, TlsEntry entry) implements TalosDocument {}

  /**
   * A v1alpha1 machine configuration, whole or in part.
   *
   * @param registries its {@code machine.registries}, or null when it has none
   * @param nullEntries keys of registries whose value is null, such as {@code mirrors["docker.io"]}
   */
  record Machine(
      YamlDocument yaml,
      @Nullable YamlNode registries,
      List<MirrorEntry> mirrors,
      List<AuthEntry> auths,
      List<TlsEntry> tls,
      List<NullEntry> nullEntries)
      implements TalosDocument {}

  /**
   * A document we carry and do not judge.
   *
   * @param kind the text of its kind, or empty
   * @param known whether Talos has a document of that kind
   */
  record Other(YamlDocument yaml, String kind, boolean known) implements TalosDocument {}

  /** A key of a legacy map that has no value. */
  record NullEntry(String map, Field<String> key) {}
}
