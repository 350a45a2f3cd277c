package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The name of Docker Hub in images, or its web site, as an endpoint. Docker Hub's registry has
 * another address (containerd/containerd#7400).
 */
final class DockerhubWebsiteEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "dockerhub-website-endpoint",
          "The endpoint is Docker Hub's web site and no registry",
          Severity.ERROR,
          Stage.PULL);

  private static final Set<String> SITES =
      Set.of("docker.io", "www.docker.io", "docker.com", "www.docker.com", "hub.docker.com");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    Reachable.forEach(
        subject,
        endpoint -> {
          EndpointUrl url = endpoint.url();
          if (isSite(url)) {
            Finding finding =
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "requests end with a web page: "
                            + EntryWords.name(url.hostname())
                            + " is a web site and no registry")
                    .withHelp("write https://" + RegistryNames.HUB_HOST)
                    .withUpstream("unexpected media type text/html");
            boolean root = BasePath.of(url, false).equals("/v2") && url.userInfo() == null;
            out.accept(
                root
                    ? finding.withFix(
                        Renaming.unsafe(endpoint.written(), "https://" + RegistryNames.HUB_HOST))
                    : finding);
          }
        });
  }

  private static boolean isSite(EndpointUrl url) {
    return url.host().contains("docker") && SITES.contains(Hosts.plain(url));
  }
}
