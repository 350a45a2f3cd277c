package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * A CA or client certificate whose time is nearly over. Nobody is told when pulls begin to fail.
 */
final class CertificateExpiresSoon implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "certificate-expires-soon",
          "The certificate expires within 30 days",
          Severity.WARNING,
          Stage.PULL);

  private static final int DAYS = 30;

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
          LocalDate last = validity.last();
          if (!last.isBefore(today) && last.isBefore(today.plusDays(DAYS))) {
            out.accept(
                INFO.finding(
                        subject.span(validity.field().node()),
                        "after " + last + ", " + validity.consequence() + ": it expires then")
                    .withHelp("put a newer one beside or in place of it in time"));
          }
        });
  }
}
