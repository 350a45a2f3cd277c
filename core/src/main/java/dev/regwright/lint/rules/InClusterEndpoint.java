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
 * An endpoint with the name of a Kubernetes service. Nodes do not ask the cluster's DNS, and would
 * need the cluster to pull what the cluster is made of.
 */
final class InClusterEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "in-cluster-endpoint",
          "The endpoint is a name only pods can resolve",
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
          String host = endpoint.url().hostname();
          if (host.endsWith(".svc") || host.endsWith(".cluster.local")) {
            out.accept(
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "nodes do not resolve "
                            + EntryWords.name(host)
                            + ": names of services are known to the DNS of pods")
                    .withHelp(
                        "write an address outside the cluster's DNS, such as a load balancer's"));
          }
        });
  }
}
