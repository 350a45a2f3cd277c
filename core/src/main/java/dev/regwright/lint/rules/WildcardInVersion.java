package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.TalosChange;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * From Talos 1.0, which came to containerd's {@code hosts.toml}, to 1.3 the mirror {@code *} was
 * for Talos's own pulls only.
 */
final class WildcardInVersion implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "wildcard-in-version",
          "Pods of this Talos version do not use the mirror for all others",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return TalosChange.HOSTS_FILES.in(target.talos())
        && !TalosChange.WILDCARD_MIRROR.in(target.talos());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    MirrorEntry all = subject.mirrorNames().get(RegistryNames.ALL);
    Field<String> name = all == null ? null : all.name();
    if (all != null && name != null && !all.endpoints().isEmpty()) {
      out.accept(
          INFO.finding(
                  subject.span(name.node()),
                  "pods do not use this mirror: Talos "
                      + subject.target().talos()
                      + " knows * for its own pulls only")
              .withHelp("write one mirror for each registry, or use Talos 1.4 or newer"));
    }
  }
}
