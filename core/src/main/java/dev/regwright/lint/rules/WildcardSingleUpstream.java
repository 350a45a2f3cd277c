package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * A mirror for {@code *} with a path behind {@code /v2}: the projects and repositories that
 * products have there stand for one upstream each, whatever {@code ns} says.
 */
final class WildcardSingleUpstream implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "wildcard-single-upstream",
          "All registries are mirrored by one project",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    MirrorEntry all = subject.mirrorNames().get(RegistryNames.ALL);
    if (all == null) {
      return;
    }
    for (EndpointEntry endpoint : all.endpoints()) {
      EndpointUrl url = endpoint.parsed();
      Field<String> written = endpoint.url();
      if (url != null && written != null && Reachable.isReachable(url)) {
        String path = BasePath.configured(url);
        if (path.startsWith("/v2/") && all.overridesPath(endpoint)) {
          out.accept(
              INFO.finding(
                      subject.span(written.node()),
                      "images of every registry are looked for in "
                          + path.substring("/v2/".length())
                          + ", which serves those of one")
                  .withHelp("write one mirror for each registry, with the path of its project"));
        }
      }
    }
  }
}
