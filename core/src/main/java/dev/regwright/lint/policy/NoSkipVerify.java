package dev.regwright.lint.policy;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/** A host whose certificate nobody looks at. */
final class NoSkipVerify implements Rule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-no-skip-verify",
          "The host's certificate is not verified",
          Severity.ERROR,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<Boolean> flag = tls.insecureSkipVerify();
      if (flag != null && flag.value()) {
        String host = tls.nameText().isEmpty() ? "this host" : EntryWords.name(tls.nameText());
        out.accept(
            INFO.finding(
                    subject.span(flag.node()),
                    "pulls believe whoever answers for " + host + ", whatever certificate it shows")
                .withHelp("remove insecureSkipVerify, and set ca if the host has a CA of its own"));
      }
    }
  }
}
