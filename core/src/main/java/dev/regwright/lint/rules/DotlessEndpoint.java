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
 * An endpoint such as {@code http://registry:5000}, a name of a container network or of a search
 * domain.
 */
final class DotlessEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "dotless-endpoint", "The endpoint is a name without a domain", Severity.INFO, Stage.PULL);

  /** One or two letters are a name in an example. */
  private static final int SHORTEST = 3;

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
          if (url.host().indexOf('.') < 0
              && url.hostname().length() >= SHORTEST
              && url.hostname().indexOf(':') < 0
              && !Hosts.isLoopback(url)) {
            out.accept(
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "nodes resolve "
                            + EntryWords.name(url.hostname())
                            + " with their search domains only, or not at all")
                    .withHelp("write the full name or an address"));
          }
        });
  }
}
