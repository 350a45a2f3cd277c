package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import java.util.function.Consumer;

/**
 * A path that is to be used as it is and has no {@code /v2} in it. Registries serve their API under
 * {@code /v2} (OCI distribution specification, "Endpoints"), so only a proxy that rewrites paths
 * answers.
 */
final class OverridePathWithoutApi implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "override-path-without-api",
          "overridePath is set for a path without /v2",
          Severity.INFO,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    Reachable.forEach(
        subject,
        endpoint -> {
          Field<Boolean> flag = endpoint.mirror().overrideFlag(endpoint.endpoint());
          if (flag != null && flag.value()) {
            String path = BasePath.configured(endpoint.url());
            if (!path.isEmpty() && !(path + "/").contains("/v2/")) {
              out.accept(finding(subject, endpoint, flag, path));
            }
          }
        });
  }

  private static Finding finding(
      Subject subject, Reachable endpoint, Field<Boolean> flag, String path) {
    return INFO.finding(
            subject.span(endpoint.written().node()),
            "requests go to " + Words.url(endpoint.url(), path) + "/<image>/… without /v2")
        .withHelp("put /v2 where the registry has it, mostly at the beginning of the path")
        .withRelated(subject.span(flag.node()), "overridePath is set here");
  }
}
