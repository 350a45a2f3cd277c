package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.function.Consumer;

/**
 * A mirror of Docker Hub, and of nothing else, in use for another registry: Google's mirror.gcr.io
 * and GitLab's dependency proxy.
 */
final class DockerhubOnlyEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "dockerhub-only-endpoint",
          "The endpoint serves images of Docker Hub only",
          Severity.WARNING,
          Stage.PULL);

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
          boolean only =
              url.host().equals("mirror.gcr.io")
                  || (!url.path().isEmpty() && url.path().contains("/dependency_proxy/containers"));
          String name = endpoint.mirror().nameText();
          if (only
              && !name.equals(RegistryNames.HUB)
              && !name.equals(url.host())
              && !name.isEmpty()) {
            out.accept(
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "images of "
                            + EntryWords.images(endpoint.mirror())
                            + " are not there, and one of the same name would be Docker Hub's")
                    .withHelp("use this endpoint for docker.io only"));
          }
        });
  }
}
