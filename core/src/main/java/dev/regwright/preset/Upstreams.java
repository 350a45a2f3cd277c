package dev.regwright.preset;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Registries that are often mirrored, with their other names and groups. Any other registry may be
 * an upstream too.
 */
public final class Upstreams {
  /** What most clusters pull from; see {@link #groups}. */
  public static final String COMMON = "common";

  /** etcd's image is registry.k8s.io/etcd from this release on (Talos's release notes of 1.12). */
  private static final List<String> COMMON_NAMES =
      List.of("docker.io", "registry.k8s.io", "gcr.io", "ghcr.io", "quay.io", "factory.talos.dev");

  private static final List<String> WIDE_NAMES =
      List.of("public.ecr.aws", "mcr.microsoft.com", "nvcr.io", "registry.gitlab.com");

  private static final Map<String, String> ALIASES = new TreeMap<>();

  static {
    alias("docker.io", "docker", "dockerhub", "docker-hub", "hub.docker.com");
    alias("docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");
    alias("registry.k8s.io", "k8s", "kubernetes");
    alias("gcr.io", "gcr");
    alias("ghcr.io", "ghcr", "github");
    alias("quay.io", "quay");
    alias("factory.talos.dev", "factory");
    alias("public.ecr.aws", "ecr-public");
    alias("mcr.microsoft.com", "mcr", "microsoft");
    alias("nvcr.io", "nvcr", "nvidia");
    alias("registry.gitlab.com", "gitlab");
  }

  private Upstreams() {}

  /** The registries known by name. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(COMMON_NAMES);
    names.addAll(WIDE_NAMES);
    return List.copyOf(names);
  }

  /** Other names of registries, each with the name that image references have. */
  public static Map<String, String> aliases() {
    return Collections.unmodifiableMap(ALIASES);
  }

  /**
   * Words for several registries.
   *
   * <ul>
   *   <li>{@code talos}: where Talos and the Kubernetes it installs come from. The installer moved
   *       from ghcr.io to factory.talos.dev with 1.14, but extensions and kubelet stayed, and Image
   *       Factory's installers may be used with every release.
   *   <li>{@code common}: these and where most workloads come from. It has gcr.io whatever the
   *       release, since not only etcd was there.
   *   <li>{@code wide}: these and large registries that only some workloads need. They are apart
   *       because each upstream has to be set up on the server.
   * </ul>
   */
  public static Map<String, List<String>> groups(TalosVersion talos) {
    List<String> own = new ArrayList<>(List.of("registry.k8s.io", "ghcr.io", "factory.talos.dev"));
    if (!TalosChange.ETCD_LEFT_GCR.in(talos)) {
      own.add("gcr.io");
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("talos", List.copyOf(own));
    groups.put(COMMON, COMMON_NAMES);
    groups.put("wide", names());
    return groups;
  }

  private static void alias(String name, String... others) {
    for (String other : others) {
      ALIASES.put(other, name);
    }
  }
}
