package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.TalosChange;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.List;
import java.util.function.Consumer;

/**
 * TLS settings without any. An entry that says {@code insecureSkipVerify: false} is meant so, and
 * what an empty entry does to an http endpoint or a legacy one other rules tell.
 */
final class EmptyTls implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo("empty-tls", "The TLS settings set nothing", Severity.INFO, Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.patch()) {
      return;
    }
    for (TlsEntry tls : subject.tls()) {
      Field<String> name = tls.name();
      if (name != null
          && !name.value().equals(RegistryNames.ALL)
          && tls.insecureSkipVerify() == null
          && Settings.isEmpty(tls)) {
        EndpointEntry endpoint = subject.endpointHosts().get(name.value());
        EndpointUrl url = endpoint == null ? null : endpoint.parsed();
        boolean plain = url != null && url.scheme().equals("http");
        boolean crashes =
            !tls.legacy() && !TalosChange.TLS_WITHOUT_IDENTITY.in(subject.target().talos());
        boolean slip = !Settings.knowsAllKeys(tls.node(), Settings.TLS_KEYS);
        if (!plain && !crashes && !slip && !shadows(subject, tls)) {
          out.accept(
              INFO.finding(
                      subject.span(name.node()), "nothing changes: these TLS settings are empty")
                  .withHelp("give ca, clientIdentity or insecureSkipVerify, or remove the entry"));
        }
      }
    }
  }

  private static boolean shadows(Subject subject, TlsEntry tls) {
    for (TlsEntry other : tls.legacy() ? List.<TlsEntry>of() : subject.allTls()) {
      if (other.legacy() && other.nameText().equals(tls.nameText())) {
        return true;
      }
    }
    return false;
  }
}
