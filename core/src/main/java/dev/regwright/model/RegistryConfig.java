package dev.regwright.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a node knows about registries. The maps are ordered and hold each value under its own name;
 * mirrors, credentials and TLS settings are independent of each other.
 *
 * @param mirrors by the registry's name
 * @param auths by the endpoint's host and port
 * @param tls by the endpoint's host and port
 */
public record RegistryConfig(
    Map<String, Mirror> mirrors, Map<String, Auth> auths, Map<String, Tls> tls) {
  /** Copies the maps, in their order. */
  public RegistryConfig {
    mirrors = Collections.unmodifiableMap(new LinkedHashMap<>(mirrors));
    auths = Collections.unmodifiableMap(new LinkedHashMap<>(auths));
    tls = Collections.unmodifiableMap(new LinkedHashMap<>(tls));
  }

  /** The configuration with these values; of two with one name the last counts. */
  public static RegistryConfig of(List<Mirror> mirrors, List<Auth> auths, List<Tls> tls) {
    return new RegistryConfig(
        byName(mirrors, Mirror::name), byName(auths, Auth::name), byName(tls, Tls::name));
  }

  private static <V> Map<String, V> byName(List<V> values, Function<V, String> name) {
    Map<String, V> map = new LinkedHashMap<>();
    for (V value : values) {
      map.put(name.apply(value), value);
    }
    return map;
  }

  /** The mirror of a registry, or null. */
  public @Nullable Mirror mirror(String name) {
    return mirrors.get(name);
  }

  /** The credentials for a host, or null. */
  public @Nullable Auth auth(String host) {
    return auths.get(host);
  }

  /** The TLS settings for a host, or null. */
  public @Nullable Tls tls(String host) {
    return tls.get(host);
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return mirrors.isEmpty() && auths.isEmpty() && tls.isEmpty();
  }

  /** Counts only: values may hold secrets. */
  @Override
  public String toString() {
    return "%d mirrors, %d credentials, %d TLS settings"
        .formatted(mirrors.size(), auths.size(), tls.size());
  }
}
