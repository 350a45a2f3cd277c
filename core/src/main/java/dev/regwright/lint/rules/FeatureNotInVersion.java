package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/** What the target version accepts and cannot do. Unknown kinds and keys its loader reports. */
final class FeatureNotInVersion implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "feature-not-in-version",
          "The target Talos version accepts this and fails on it",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return needsIdentity(target.talos()) || losesCertificates(target.talos());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    TalosVersion talos = subject.target().talos();
    for (TlsEntry tls : subject.tls()) {
      boolean complete = !tls.legacy() && !subject.patch(); // a patch may leave out what is there
      if (complete && needsIdentity(talos) && tls.identity() == null) {
        out.accept(
            INFO.finding(
                    span(subject, tls),
                    "Talos "
                        + talos
                        + " crashes on TLS settings without a clientIdentity, and no registry"
                        + " setting takes effect")
                .withHelp("use Talos 1.12.2 or newer, or write machine.registries.config instead")
                .withUpstream(
                    "controller \"cri.RegistriesConfigController\" panicked: runtime error: invalid"
                        + " memory address or nil pointer dereference"));
      } else if (complete && needsIdentity(talos) && tls.ca() == null) {
        out.accept(
            INFO.finding(
                    span(subject, tls),
                    "pods cannot pull from this host: Talos "
                        + talos
                        + " writes an empty CA file where no ca is given")
                .withHelp("use Talos 1.12.2 or newer, or write machine.registries.config instead"));
      }
      if (losesCertificates(talos) && Settings.setsCertificates(tls)) {
        out.accept(
            INFO.finding(
                    span(subject, tls),
                    "pods cannot pull from this host: Talos "
                        + talos
                        + " names its certificates by paths containerd does not find")
                .withHelp("use Talos 1.14.0-rc.1 or newer, or 1.13"));
      }
    }
  }

  private static boolean needsIdentity(TalosVersion talos) {
    return TalosChange.REGISTRY_DOCUMENTS.in(talos) && !TalosChange.TLS_WITHOUT_IDENTITY.in(talos);
  }

  private static boolean losesCertificates(TalosVersion talos) {
    return TalosChange.RELATIVE_CERTIFICATE_PATHS.in(talos)
        && !TalosChange.ABSOLUTE_CERTIFICATE_PATHS.in(talos);
  }

  private static Span span(Subject subject, TlsEntry tls) {
    Field<String> name = tls.name();
    return subject.span(name == null ? tls.node() : name.node());
  }
}
