package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.TalosChange;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Before Talos 1.9 machined asked the mirrors of a registry and never the registry itself, while
 * containerd asked it always (siderolabs/talos#9613).
 */
final class NoFallbackInVersion implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "no-fallback-in-version",
          "This Talos version's own pulls do not fall back",
          Severity.INFO,
          Stage.PULL);

  /** What installer, kubelet and etcd come from. */
  private static final Set<String> OWN = Set.of("ghcr.io", "gcr.io", RegistryNames.ALL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return !TalosChange.SKIP_FALLBACK.in(target.talos());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      Field<String> name = mirror.name();
      if (name != null && OWN.contains(name.value()) && !mirror.endpoints().isEmpty()) {
        if (!listsUpstream(subject, mirror)) {
          out.accept(
              INFO.finding(
                      subject.span(name.node()),
                      Words.TALOS
                          + " of "
                          + EntryWords.images(mirror)
                          + " fail when no endpoint has an image, and pods go on to "
                          + EntryWords.upstream(mirror))
                  .withHelp("Talos 1.9 and newer fall back for both"));
        }
      }
    }
  }

  private static boolean listsUpstream(Subject subject, MirrorEntry mirror) {
    for (EndpointEntry endpoint : mirror.endpoints()) {
      if (Upstream.is(subject, mirror, endpoint)) {
        return true;
      }
    }
    return false;
  }
}
