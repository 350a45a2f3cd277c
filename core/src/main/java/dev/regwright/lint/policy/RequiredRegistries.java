package dev.regwright.lint.policy;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import java.util.List;
import java.util.function.Consumer;

/** A registry without a mirror, in a file that has mirrors and is no patch. */
final class RequiredRegistries implements Rule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-required-registries",
          "A registry has no mirror and must have one",
          Severity.ERROR,
          Stage.ADVICE);

  private final List<String> required;

  RequiredRegistries(List<String> required) {
    this.required = required;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    var mirrors = subject.mirrorNames();
    if (subject.patch() || mirrors.isEmpty() || mirrors.containsKey("*")) {
      return;
    }
    for (String registry : required) {
      if (!mirrors.containsKey(registry)) {
        out.accept(
            INFO.finding(
                    Span.startOf(subject.path()),
                    "pulls of "
                        + registry
                        + " go to "
                        + registry
                        + " itself: it has no mirror here, and the settings require one")
                .withHelp("add a mirror for " + registry + ", or one for *"));
      }
    }
  }
}
