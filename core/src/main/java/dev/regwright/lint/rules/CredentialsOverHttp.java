package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Credentials for the host of an {@code http://} endpoint. Both pullers send them when the registry
 * asks.
 */
final class CredentialsOverHttp implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "credentials-over-http",
          "Credentials are sent without encryption",
          Severity.WARNING,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.auths().isEmpty()) {
      return;
    }
    Map<String, Reachable> plain = new HashMap<>();
    Reachable.forEach(
        subject,
        endpoint -> {
          if (endpoint.url().scheme().equals("http") && !Hosts.isLoopback(endpoint.url())) {
            plain.putIfAbsent(endpoint.url().host(), endpoint);
          }
        });
    for (AuthEntry entry : subject.auths()) {
      Field<String> name = entry.name();
      Reachable endpoint = plain.get(entry.nameText());
      if (name != null && endpoint != null && !Settings.isEmpty(entry)) {
        out.accept(
            INFO.finding(
                    subject.span(name.node()),
                    "whoever is on the network between can read these credentials: the endpoint is"
                        + " plain http")
                .withHelp("serve the registry over https")
                .withRelated(subject.span(endpoint.written().node()), "the http endpoint"));
      }
    }
  }
}
