package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Registries that moved: Kubernetes' to registry.k8s.io in 2022 (frozen in April 2023), GitHub's
 * Docker registry to ghcr.io. A mirror of the old name may be there for old manifests, beside one
 * of the new name.
 */
final class FrozenRegistry implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "frozen-registry", "The registry gets no new images", Severity.INFO, Stage.ADVICE);

  private static final Map<String, String> MOVED =
      Map.of("k8s.gcr.io", "registry.k8s.io", "docker.pkg.github.com", "ghcr.io");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      Field<String> name = mirror.name();
      String moved = MOVED.get(mirror.nameText());
      if (name != null && moved != null && !covers(subject, moved)) {
        out.accept(
            INFO.finding(
                    subject.span(name.node()),
                    "newer images do not use this mirror: they come from " + moved)
                .withHelp("add a mirror for " + moved));
      }
    }
    Reachable.forEach(
        subject,
        endpoint -> {
          String moved = MOVED.get(endpoint.url().host());
          if (moved != null && endpoint.mirror().nameText().equals(moved)) {
            out.accept(
                INFO.finding(
                        subject.span(endpoint.written().node()),
                        "newer images are not here: the registry moved to " + moved)
                    .withHelp("remove this endpoint"));
          }
        });
  }

  private static boolean covers(Subject subject, String name) {
    return subject.patch()
        || subject.mirrorNames().containsKey(name)
        || subject.mirrorNames().containsKey(RegistryNames.ALL);
  }
}
