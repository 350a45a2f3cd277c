package dev.regwright.lint.rules;

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
 * An endpoint on the loopback interface. That is right for an agent that runs on every node; a
 * registry on the administrator's machine is not there. Ports of Talos's image cache and of known
 * agents are not reported.
 */
final class LoopbackEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "loopback-endpoint", "Each node asks itself for images", Severity.INFO, Stage.PULL);

  /** Talos's image cache, Dragonfly (new and old), Kraken and Spegel. */
  private static final Set<String> AGENTS =
      Set.of("3172", "4001", "65001", "30081", "29999", "30020", "30021");

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
          if (Hosts.isLoopback(url) && !url.hostname().isEmpty() && !AGENTS.contains(url.port())) {
            out.accept(
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "each node asks itself, and only those answer on which a registry runs; when"
                            + " the first images are pulled, none does")
                    .withHelp("write an address of the registry that all nodes can reach"));
          }
        });
  }
}
