package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * An endpoint such as {@code https://} or {@code https:mirror.local}: Talos checks the scheme, and
 * nobody can send a request. With a port alone Go asks the machine it runs on.
 */
final class EndpointWithoutHost implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo("endpoint-without-host", "The endpoint has no host", Severity.ERROR, Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      for (EndpointEntry endpoint : mirror.endpoints()) {
        EndpointUrl url = endpoint.parsed();
        Field<String> written = endpoint.url();
        if (url != null && written != null && lacksHost(url)) {
          out.accept(finding(subject, mirror, endpoint, url, written));
        }
      }
    }
  }

  private static boolean lacksHost(EndpointUrl url) {
    boolean http = url.scheme().equals("https") || url.scheme().equals("http");
    return http && (url.host().isEmpty() || url.host().charAt(0) == ':');
  }

  private static Finding finding(
      Subject subject,
      MirrorEntry mirror,
      EndpointEntry endpoint,
      EndpointUrl url,
      Field<String> written) {
    boolean last = mirror.endpoints().get(mirror.endpoints().size() - 1).equals(endpoint);
    String what =
        !url.host().isEmpty()
            ? "each node asks itself: the URL has a port and no host"
            : last && mirror.skipsFallback()
                ? "pods pull from "
                    + EntryWords.upstream(mirror)
                    + " in spite of skipFallback: the URL has no host"
                : "no request can be sent: the URL has no host";
    return INFO.finding(subject.span(written.node()), what)
        .withHelp("write the host behind " + url.scheme() + "://");
  }
}
