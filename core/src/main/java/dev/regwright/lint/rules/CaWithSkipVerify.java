package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/** A CA nobody looks at, because no certificate of the host is verified. */
final class CaWithSkipVerify implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ca-with-skip-verify",
          "There is a CA, and certificates are not verified",
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
      Field<Boolean> flag = tls.insecureSkipVerify();
      if (ca != null && flag != null && flag.value()) {
        out.accept(
            INFO.finding(
                    subject.span(flag.node()),
                    "any certificate is taken for the registry's, and the CA is not looked at")
                .withHelp("remove insecureSkipVerify: the CA is there to verify with")
                .withRelated(subject.span(ca.node()), "the CA"));
      }
    }
  }
}
