package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.pki.Pem;
import dev.regwright.pki.PemBlock;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/**
 * A private key in {@code ca}, beside a certificate: pools pass over it, and what Talos shows of a
 * configuration includes the CA. A CA without any certificate is another rule's.
 */
final class PrivateKeyInCa implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "private-key-in-ca",
          "There is a private key among the CA's certificates",
          Severity.WARNING,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<String> ca = tls.ca();
      if (ca != null && !Placeholders.in(ca.value()) && holdsKey(ca.value())) {
        out.accept(
            INFO.finding(
                    subject.span(ca.node()),
                    "a private key goes to every node, where nothing uses it and ca is not treated"
                        + " as a secret")
                .withHelp("remove it; whoever has it can sign in the name of this certificate"));
      }
    }
  }

  private static boolean holdsKey(String text) {
    if (!text.contains(PemBlock.PRIVATE_KEY)) {
      return false;
    }
    boolean certificate = false;
    boolean key = false;
    for (PemBlock block : Pem.blocks(text)) {
      certificate |= block.isPlainCertificate();
      key |= block.isPrivateKey();
    }
    return certificate && key;
  }
}
