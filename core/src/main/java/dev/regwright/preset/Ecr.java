package dev.regwright.preset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pull-through cache rules of Amazon ECR (Amazon ECR user guide, "Sync an upstream registry with an
 * Amazon ECR private registry"). The rule's prefix stands behind {@code /v2}
 * (containerd/containerd#6634). Official images of Docker Hub need {@code library/}, which
 * containerd always sends.
 */
final class Ecr extends Preset {
  private static final Pattern HOST =
      Pattern.compile(
          "[0-9]{12}\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)"
              + "\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws|on\\.amazonwebservices\\.com\\.cn)");

  /** The prefixes that the console of AWS proposes. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "docker.io", "docker-hub",
          "ghcr.io", "github",
          "public.ecr.aws", "ecr-public",
          "quay.io", "quay",
          "registry.gitlab.com", "gitlab",
          "registry.k8s.io", "kubernetes");

  private static final Pattern FURTHER =
      Pattern.compile("cgr\\.dev|[a-z0-9]+\\.azurecr\\.io|" + HOST.pattern());

  private static final Set<String> WITHOUT_CREDENTIALS =
      Set.of("public.ecr.aws", "quay.io", "registry.k8s.io");

  private static final int MAX_PREFIX = 30;

  Ecr() {
    super("ecr", "Amazon ECR", PresetOption.prefix(""));
  }

  @Override
  Layout layout(Options options) {
    return Layout.BehindApi.of(PlaceKind.PATH);
  }

  @Override
  String usualPlace(Upstream upstream, Options options) {
    String dashed = upstream.dashed();
    String proposed = PREFIXES.getOrDefault(upstream.name(), dashed);
    return proposed.length() <= MAX_PREFIX ? proposed : dashed.replaceFirst("-.*", "");
  }

  @Override
  void check(Host host) throws RefusedException {
    if (!HOST.matcher(host.name()).matches() || host.port() != 0) {
      throw new RefusedException(
          "%s is not the host of a private registry of Amazon ECR".formatted(host.authority()),
          "it looks like 123456789012.dkr.ecr.eu-west-1.amazonaws.com");
    }
  }

  @Override
  @Nullable String cannotServe(Upstream upstream) {
    return PREFIXES.containsKey(upstream.name()) || FURTHER.matcher(upstream.name()).matches()
        ? null
        : "not an upstream of Amazon ECR's pull-through cache rules";
  }

  @Override
  boolean isPublicService() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    String region = region(plan.host());
    return List.of(
        Hint.server(
            """
            For each upstream a pull-through cache rule. Where SECRET stands, the upstream asks for
            credentials: the ARN of a secret of Secrets Manager whose name begins with
            ecr-pullthroughcache/ and that holds username and accessToken.
            %s
            Whoever pulls needs ecr:BatchImportUpstreamImage and ecr:CreateRepository beside the
            usual permissions, or the first pull of an image fails.
            """
                .formatted(plan.each(route -> command(route, region)))),
        Hint.credentials(
            """
            User AWS with the password that "aws ecr get-login-password --region %s" prints, for
            %s.
            It ends after 12 hours, so something has to renew it in the machine configuration. Pods
            alone are better served by the kubelet's ecr-credential-provider.
            """
                .formatted(region, plan.hostNames())));
  }

  private static String command(Route route, String region) {
    boolean anonymous = WITHOUT_CREDENTIALS.contains(route.upstream().name());
    return """
        aws ecr create-pull-through-cache-rule --region %s \\
          --ecr-repository-prefix %s --upstream-registry-url %s%s"""
        .formatted(
            region,
            route.place(),
            route.upstream().apiHost(),
            anonymous ? "" : " --credential-arn SECRET");
  }

  private static String region(Host host) {
    Matcher matcher = HOST.matcher(host.name());
    return matcher.matches() ? matcher.group(1) : "REGION";
  }
}
