package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.TalosChange;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * The containerd of Talos 1.8.0 to 1.8.2 (2.0.0-rc.4) pulls the image of pod sandboxes without the
 * credentials of its mirror (siderolabs/talos#9642).
 */
final class PauseImageCredentials implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "pause-image-credentials",
          "This Talos version pulls the pause image without credentials",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean appliesTo(Target target) {
    return TalosChange.RELEASE_CANDIDATE_CONTAINERD.in(target.talos())
        && !TalosChange.SANDBOX_PULL_CREDENTIALS.in(target.talos());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    MirrorEntry own = subject.mirrorNames().get("registry.k8s.io");
    MirrorEntry mirror = own == null ? subject.mirrorNames().get(RegistryNames.ALL) : own;
    if (mirror == null) {
      return;
    }
    for (EndpointEntry endpoint : mirror.endpoints()) {
      EndpointUrl url = endpoint.parsed();
      AuthEntry auth = url == null ? null : subject.authNames().get(url.host());
      Field<String> name = auth == null ? null : auth.name();
      if (auth != null && name != null && !Settings.isEmpty(auth)) {
        out.accept(
            INFO.finding(
                    subject.span(name.node()),
                    "no pod starts: Talos "
                        + subject.target().talos()
                        + " pulls registry.k8s.io/pause without these credentials")
                .withHelp("use Talos 1.8.3 or newer, or let the mirror serve it to everybody")
                .withUpstream("401 Unauthorized"));
        return;
      }
    }
  }
}
