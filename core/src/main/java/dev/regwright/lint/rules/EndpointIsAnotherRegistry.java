package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.function.Consumer;

/**
 * A public registry as the mirror of another, or of all: it has other images, and some of the same
 * name. Old and new name of Kubernetes' registry are one.
 */
final class EndpointIsAnotherRegistry implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "endpoint-is-another-registry",
          "The mirror of one public registry is another one",
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
          String host = endpoint.url().host();
          String name = endpoint.mirror().nameText();
          boolean known = name.equals(RegistryNames.HUB) || name.equals(RegistryNames.ALL);
          if (PublicRegistries.HOSTS.contains(host)
              && (known || PublicRegistries.HOSTS.contains(name))
              && !PublicRegistries.registryOf(host).equals(name)
              && !(host.endsWith("k8s.io") && name.equals("k8s.gcr.io"))
              && !(name.endsWith("k8s.io") && host.equals("k8s.gcr.io"))
              && BasePath.of(endpoint.url(), false).equals("/v2")) {
            out.accept(
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "images of "
                            + EntryWords.images(endpoint.mirror())
                            + " are looked for at "
                            + host
                            + ", where one of the same name is somebody else's")
                    .withHelp("write the address of your mirror here"));
          }
        });
  }
}
