package dev.regwright.lint.rules;

import java.util.Set;

/** Hosts everybody knows. Compared in lower case. */
final class PublicRegistries {
  /** Hosts of public registries, with the path {@code /v2} for all. */
  static final Set<String> HOSTS =
      Set.of(
          RegistryNames.HUB_HOST,
          "index.docker.io",
          "factory.talos.dev",
          "gcr.io",
          "ghcr.io",
          "k8s.gcr.io",
          "mcr.microsoft.com",
          "nvcr.io",
          "public.ecr.aws",
          "quay.io",
          "registry.gitlab.com",
          "registry.k8s.io",
          "registry.redhat.io");

  private PublicRegistries() {}

  /** The registry images of a host are named after. */
  static String registryOf(String host) {
    return host.equals(RegistryNames.HUB_HOST) || host.equals("index.docker.io")
        ? RegistryNames.HUB
        : host;
  }
}
