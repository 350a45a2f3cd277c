package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TlsEntry;
import java.util.function.Consumer;

/**
 * TLS settings for a registry without a mirror, beside a mirror for {@code *}: Talos makes a
 * directory for that registry, so that containerd never looks into the one for all others. Talos's
 * own pulls still use the mirror.
 */
final class WildcardShadowed implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "wildcard-shadowed",
          "Pods pull past the mirror for all others",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    MirrorEntry all = subject.mirrorNames().get(RegistryNames.ALL);
    if (all == null || all.endpoints().isEmpty()) {
      return;
    }
    for (TlsEntry tls : subject.tls()) {
      Field<String> name = tls.name();
      if (name != null && isRegistry(subject, name.value()) && !Settings.isEmpty(tls)) {
        Finding finding =
            INFO.finding(
                    subject.span(name.node()),
                    "pods pull from "
                        + EntryWords.name(name.value())
                        + " itself and not from the mirror for *: these TLS settings give it a"
                        + " directory of its own")
                .withHelp(
                    "add a mirror for "
                        + EntryWords.name(name.value())
                        + " with the same endpoints");
        Field<String> star = all.name();
        out.accept(
            star == null ? finding : finding.withRelated(subject.span(star.node()), "the mirror"));
      }
    }
  }

  /** Settings of an endpoint are not meant for a registry of that name. */
  private static boolean isRegistry(Subject subject, String name) {
    return RegistryNames.canBeRegistry(name)
        && !name.equals(RegistryNames.HUB_HOST)
        && !subject.mirrorNames().containsKey(name)
        && !subject.endpointHosts().containsKey(name);
  }
}
