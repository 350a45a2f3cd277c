package dev.regwright.lint.rules;

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
import java.util.function.Consumer;

/**
 * A registry among its own mirrors, behind the others. The fallback asks it anyway, since Talos 1.9
 * for all pulls. TLS settings are a reason to list it: containerd drops them on the fallback.
 */
final class EndpointIsUpstream implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "endpoint-is-upstream",
          "The registry is listed as the last of its own mirrors",
          Severity.INFO,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      int size = mirror.endpoints().size();
      if (size > 0 && !mirror.skipsFallback()) {
        EndpointEntry last = mirror.endpoints().get(size - 1);
        Field<String> written = last.url();
        boolean exempts = size == 1 && exempts(subject);
        if (written != null && !exempts && Upstream.is(subject, mirror, last)) {
          out.accept(
              INFO.finding(
                      subject.span(written.node()),
                      size == 1
                          ? "this mirror changes nothing: it is the registry itself"
                          : "the registry is asked twice: the fallback asks it too")
                  .withHelp(size == 1 ? "remove the mirror" : "remove this endpoint"));
        }
      }
    }
  }

  @Override
  public boolean appliesTo(Target target) {
    return TalosChange.SKIP_FALLBACK.in(target.talos());
  }

  /** A mirror of its own takes a registry out of the mirror for all others. */
  private static boolean exempts(Subject subject) {
    return subject.imageCache()
        || subject.patch()
        || subject.mirrorNames().containsKey(RegistryNames.ALL);
  }
}
