package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.TlsEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Credentials or TLS settings that are used for nothing: no URL can have their name as its host, or
 * an endpoint nearly has it, or the registry they name is never asked. A name that merely is not in
 * the file is right: images may be pulled from that registry directly.
 */
final class CredentialMatchesNoEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "credential-matches-no-endpoint",
          "Credentials or TLS settings have a name no endpoint has",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.auths().isEmpty() && subject.tls().isEmpty()) {
      return;
    }
    Map<String, List<String>> hosts = CredentialSearch.byHostname(subject);
    CredentialSearch auths =
        new CredentialSearch(
            INFO, subject, "these credentials", hosts, subject.authNames().keySet());
    for (AuthEntry auth : subject.auths()) {
      auths.report(auth.name(), out);
    }
    CredentialSearch tls =
        new CredentialSearch(
            INFO, subject, "these TLS settings", hosts, subject.tlsNames().keySet());
    for (TlsEntry settings : subject.tls()) {
      if (!Settings.isEmpty(settings)) {
        tls.report(settings.name(), out);
      }
    }
  }
}
