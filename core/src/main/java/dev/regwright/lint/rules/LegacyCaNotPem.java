package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.pki.CaCheck;
import dev.regwright.pki.PemTrouble;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/**
 * A {@code ca} of {@code machine.registries} that is base64 of something else than certificates.
 * Talos looks only into those of documents before it uses them ({@code GetTLSConfig} of {@code
 * registries_config.go}, containerd's {@code hosts.go}).
 */
final class LegacyCaNotPem implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "legacy-ca-not-pem",
          "The CA in machine.registries holds no certificate",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<String> ca = tls.ca();
      boolean judged =
          tls.legacy() && ca != null && !ca.value().isEmpty() && !Placeholders.in(ca.value());
      if (ca != null && judged && !CaCheck.accepts(ca.value())) {
        String hint = PemTrouble.ofCertificates(ca.value()).map(PemTrouble::hint).orElse("");
        out.accept(
            INFO.finding(
                    subject.span(ca.node()),
                    "pods cannot pull from this host, and "
                        + Words.TALOS
                        + " trust no certificate of it: what the base64 stands for holds none")
                .withHelp(hint + "; write base64 of the PEM file: base64 -w0 ca.crt"));
      }
    }
  }
}
