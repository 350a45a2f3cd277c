package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/** Credentials for a host whose certificate is not verified: they go to whoever answers. */
final class CredentialsWithoutVerification implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "credentials-without-verification",
          "Credentials go to a host that is not verified",
          Severity.WARNING,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<Boolean> flag = tls.insecureSkipVerify();
      AuthEntry auth = subject.authNames().get(tls.nameText());
      boolean sent = auth != null && !Settings.isEmpty(auth);
      if (flag != null && flag.value() && auth != null && sent && !tls.nameText().isEmpty()) {
        Field<String> name = auth.name();
        Finding finding =
            INFO.finding(
                    subject.span(flag.node()),
                    "whoever answers in the registry's place gets its credentials: no certificate is"
                        + " verified")
                .withHelp("give the registry's CA in place of insecureSkipVerify");
        out.accept(
            name == null
                ? finding
                : finding.withRelated(subject.span(name.node()), "the credentials"));
      }
    }
  }
}
