package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * An endpoint without a path that is to be used as it is, so that requests lack the {@code /v2} all
 * registries serve under. What a path without {@code /v2} leads to, only the server knows.
 */
final class OverridePathWithoutPath implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "override-path-without-path",
          "overridePath is set for an endpoint that has no path",
          Severity.ERROR,
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
          if (flag != null && flag.value() && BasePath.configured(endpoint.url()).isEmpty()) {
            out.accept(finding(subject, endpoint, flag));
          }
        });
  }

  private static Finding finding(Subject subject, Reachable endpoint, Field<Boolean> flag) {
    EndpointUrl url = endpoint.url();
    String right = Words.url(url, "/v2");
    Finding finding =
        INFO.finding(
                subject.span(endpoint.written().node()),
                "requests go to "
                    + Words.url(url, "")
                    + "/<image>/… without /v2, where no registry answers")
            .withHelp(help(endpoint.mirror(), right))
            .withRelated(subject.span(flag.node()), "overridePath is set here");
    boolean whole = url.userInfo() == null && url.rawQuery().isEmpty();
    return whole ? finding.withFix(Renaming.safe(endpoint.written(), right)) : finding;
  }

  private static String help(MirrorEntry mirror, String right) {
    return mirror.legacy()
        ? "write " + right + ": overridePath holds for all endpoints of the mirror"
        : "remove overridePath, or write " + right;
  }
}
