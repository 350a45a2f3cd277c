package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.TalosChange;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.yaml.YamlMapping;
import java.util.function.Consumer;

/**
 * machine.registries on the way to a Talos that has deprecated it (release notes of 1.12, comment
 * of {@code MachineConfig.MachineRegistries}): an upgrade is when people look at their files again.
 */
final class UpgradeLegacyRegistries implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "upgrade-legacy-registries",
          "The newer Talos still reads this and has deprecated it",
          Severity.INFO,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Documents take until 1.12.2 to be as good: earlier, TLS settings alone crash a controller. */
  @Override
  public boolean appliesTo(Target target) {
    return target.from() != null && TalosChange.TLS_WITHOUT_IDENTITY.in(target.talos());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    YamlMapping.Entry registries = subject.machineEntry("machine", "registries");
    if (registries != null) {
      out.accept(
          INFO.finding(
                  subject.span(registries.key()),
                  "Talos "
                      + subject.target().talos().minorText()
                      + " still reads machine.registries, which documents replace since 1.12")
              .withHelp(
                  "once no node has anything older than 1.12.2: regwright convert FILE --to talos"
                      + " --in-place"));
    }
  }
}
