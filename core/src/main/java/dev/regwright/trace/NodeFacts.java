package dev.regwright.trace;

import dev.regwright.containerd.FileView;
import dev.regwright.containerd.FileView.Found;
import dev.regwright.containerd.HostDirectories;
import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.model.Auth;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.ImageReference;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a tracer knows about its node as a whole.
 *
 * @param registries what the configuration names: registries, {@code *}, hosts with credentials or
 *     TLS settings
 * @param talos the version of Talos, or null when the configuration is not Talos's
 * @param containerd the version that pulls for pods
 * @param credentials those containerd is told of when it starts
 * @param criFile the file it is told them by
 * @param trouble why Talos writes no hosts.toml at all, as it says it, or null
 */
public record NodeFacts(
    Set<String> registries,
    @Nullable TalosVersion talos,
    ContainerdVersion containerd,
    Sealed credentials,
    Sealed criFile,
    @Nullable String trouble) {
  /** Copies the set, in its order. */
  public NodeFacts {
    registries = Collections.unmodifiableSortedSet(new TreeSet<>(registries));
  }

  static NodeFacts ofTalos(RegistryConfig config, Target target, TalosHostsTree tree) {
    Set<String> names = new TreeSet<>(config.mirrors().keySet());
    names.addAll(config.auths().keySet());
    names.addAll(config.tls().keySet());
    SortedMap<String, String> credentials = new TreeMap<>();
    hosts(config, target.talos()).forEach((host, auth) -> put(credentials, host, auth));
    SortedMap<String, String> part = new TreeMap<>();
    part.put("part", tree.criPart() == null ? "" : tree.criPart());
    return new NodeFacts(
        names,
        target.talos(),
        target.containerd(),
        Sealed.of(credentials),
        Sealed.of(part),
        tree.error());
  }

  /** As Talos names them for containerd: of two that come to be one, the later name counts. */
  private static SortedMap<String, Auth> hosts(RegistryConfig config, TalosVersion version) {
    boolean rewritten = TalosChange.HUB_CREDENTIALS_FOR_PODS.in(version);
    SortedMap<String, Auth> hosts = new TreeMap<>();
    new TreeMap<>(config.auths())
        .forEach(
            (name, auth) -> hosts.put(rewritten ? ImageReference.upstreamOf(name) : name, auth));
    return hosts;
  }

  static NodeFacts ofHosts(
      FileView files, List<String> roots, ContainerdVersion containerd, FileOrigins origins) {
    SortedSet<String> names = new TreeSet<>();
    for (String root : roots) {
      if (files.list(root) instanceof Found<List<FileView.Item>> items) {
        for (FileView.Item item : items.value()) {
          names.add(HostDirectories.registryOf(item.name()));
        }
      }
    }
    SortedMap<String, String> credentials = new TreeMap<>();
    for (Auth auth : origins.auths()) {
      names.add(auth.name());
      put(credentials, auth.name(), auth);
    }
    Sealed sealed = Sealed.of(credentials);
    return new NodeFacts(names, null, containerd, sealed, sealed, null);
  }

  private static void put(SortedMap<String, String> credentials, String host, Auth auth) {
    Sealed.of(auth).into(credentials, host + " ");
  }

  /** The number of names only: they may be anything. */
  @Override
  public String toString() {
    return registries.size() + " names";
  }
}
