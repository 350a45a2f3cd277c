package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.function.Consumer;

/** A CA or client certificate whose time has not come, as after a test with a wrong clock. */
final class CertificateNotYetValid implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "certificate-not-yet-valid",
          "The certificate is not valid yet",
          Severity.ERROR,
          Stage.PULL);

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
          if (validity.first().isAfter(today)) {
            out.accept(
                INFO.finding(
                        subject.span(validity.field().node()),
                        validity.consequence()
                            + " before "
                            + validity.first()
                            + ": it is not valid yet")
                    .withHelp("roll it out later, or add one that is valid now"));
          }
        });
  }
}
