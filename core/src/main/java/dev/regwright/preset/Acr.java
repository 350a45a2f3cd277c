package dev.regwright.preset;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cache rules of Azure Container Registry (Azure documentation, "Optimize image pulls with artifact
 * cache" and "Wildcard support for artifact cache"). The rule's target stands behind {@code /v2}.
 * containerd asks for {@code library/nginx}: a rule from {@code docker.io/library/*} to {@code
 * dockerhub/*}, as in many examples, loses that part, a rule from {@code docker.io/*} keeps it.
 */
final class Acr extends Preset {
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+){0,2}\\.azurecr\\.(?:io|cn|us)");

  private static final Set<String> UPSTREAMS =
      Set.of(
          "docker.io",
          "gcr.io",
          "ghcr.io",
          "mcr.microsoft.com",
          "public.ecr.aws",
          "quay.io",
          "registry.k8s.io");

  Acr() {
    super("acr", "Azure Container Registry", PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return Layout.BehindApi.of(PlaceKind.PATH);
  }

  @Override
  void check(Host host) throws RefusedException {
    if (!HOST.matcher(host.name()).matches() || host.port() != 0) {
      throw new RefusedException(
          "%s is not a host of Azure Container Registry".formatted(host.authority()),
          "it looks like example.azurecr.io");
    }
  }

  @Override
  @Nullable String cannotServe(Upstream upstream) {
    return UPSTREAMS.contains(upstream.name()) || HOST.matcher(upstream.name()).matches()
        ? null
        : "not an upstream of Azure Container Registry's cache rules";
  }

  @Override
  boolean isPublicService() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    String registry = plan.host().name().replaceFirst("\\..*", "");
    return List.of(
        Hint.server(
            """
            For each upstream a cache rule. The target must keep library/ of Docker Hub's official
            images, so do not let the rule begin at docker.io/library/*.
            %s
            Docker Hub is cached with credentials only: make a credential set (az acr credential-set
            create) and name it with -c. New tags are fetched when they are pulled, not before.
            """
                .formatted(plan.each(route -> command(route, registry)))),
        Hint.credentials(
            """
            For %s: a token of the registry with a scope map that reads these
            repositories, or a service principal with the role AcrPull. What "az acr login
            --expose-token" prints ends after three hours.
            """
                .formatted(plan.hostNames())));
  }

  private static String command(Route route, String registry) {
    return "az acr cache create -r %s -n %s -s '%s/*' -t '%s/*'%s"
        .formatted(
            registry,
            route.upstream().dashed(),
            route.upstream().name(),
            route.place(),
            route.upstream().isDockerHub() ? " -c SET" : "");
  }
}
