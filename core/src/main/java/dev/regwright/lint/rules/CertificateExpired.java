package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.function.Consumer;

/**
 * A CA or client certificate whose time is over. Go checks the dates of every certificate of a
 * chain, those of the root included ({@code Certificate.isValid}).
 */
final class CertificateExpired implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "certificate-expired", "The certificate has expired", Severity.ERROR, Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return target.today() != null;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    Validity.forEach(
        subject,
        (validity, today) -> {
          if (validity.last().isBefore(today)) {
            out.accept(
                INFO.finding(
                        subject.span(validity.field().node()),
                        validity.consequence() + ": it expired on " + validity.last())
                    .withHelp("put a newer one here"));
          }
        });
  }
}
