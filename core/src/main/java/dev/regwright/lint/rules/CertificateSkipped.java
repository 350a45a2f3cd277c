package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.pki.CaCheck;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/**
 * A CA bundle some of whose certificates are damaged. Go's {@code AppendCertsFromPEM} passes over
 * them without a word, and Talos is content with one that is good.
 */
final class CertificateSkipped implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "certificate-skipped",
          "Not every certificate of the CA bundle can be read",
          Severity.WARNING,
          Stage.PULL);

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<String> ca = tls.ca();
      if (ca == null || Placeholders.in(ca.value())) {
        continue;
      }
      int announced = announced(ca.value());
      int read = announced < 2 ? announced : CaCheck.accepted(ca.value()).size();
      if (read > 0 && read < announced) {
        out.accept(
            INFO.finding(
                    subject.span(ca.node()),
                    "what "
                        + (announced - read)
                        + " of these "
                        + announced
                        + " certificates have signed is not trusted: Talos and containerd silently"
                        + " pass over them")
                .withHelp("copy them again: every BEGIN and END line must stand alone, whole"));
      }
    }
  }

  private static int announced(String text) {
    int count = 0;
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      count++;
    }
    return count;
  }
}
