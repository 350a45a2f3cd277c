package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.pki.CertificateFacts;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.List;
import java.util.function.Consumer;

/**
 * The certificate of a server in place of that of its issuer. Go trusts a certificate that is
 * itself in the pool, so this works until the server's is renewed. One that has signed itself has
 * no issuer to name.
 */
final class CaIsLeaf implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ca-is-leaf",
          "The CA is the certificate of a server and no authority",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<String> ca = tls.ca();
      if (ca != null && onlyLeaves(Validity.trusted(tls))) {
        out.accept(
            INFO.finding(
                    subject.span(ca.node()),
                    "pulls fail as soon as the registry renews its certificate: this one is no"
                        + " authority and vouches for itself only")
                .withHelp("give the certificate of the authority that issued it"));
      }
    }
  }

  private static boolean onlyLeaves(List<CertificateFacts> facts) {
    for (CertificateFacts one : facts) {
      if (one.canSign() || one.selfIssued()) {
        return false;
      }
    }
    return !facts.isEmpty();
  }
}
