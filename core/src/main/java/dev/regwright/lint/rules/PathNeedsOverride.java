package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.List;
import java.util.function.Consumer;

/**
 * An endpoint with a path below {@code /v2/} to which the pullers append {@code /v2} once more.
 * Prefixes in front of {@code /v2} are how Nexus and Artifactory are addressed, and right.
 */
final class PathNeedsOverride implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "path-needs-override",
          "The endpoint's path goes on behind /v2, and overridePath is not set",
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
          EndpointUrl url = endpoint.url();
          boolean affected =
              !url.path().isEmpty()
                  && goesOnBehindApi(BasePath.configured(url))
                  && !endpoint.mirror().overridesPath(endpoint.endpoint());
          if (affected) {
            out.accept(finding(subject, endpoint));
          }
        });
  }

  private static Finding finding(Subject subject, Reachable endpoint) {
    MirrorEntry mirror = endpoint.mirror();
    String path = BasePath.of(endpoint.url(), false);
    Finding finding =
        INFO.finding(
                subject.span(endpoint.written().node()),
                "requests go to "
                    + Words.url(endpoint.url(), path)
                    + "/…: Talos and containerd append /v2 to this path")
            .withHelp(help(mirror));
    Field<Boolean> flag = mirror.overrideFlag(endpoint.endpoint());
    return flag == null || mirror.legacy() ? finding : finding.withFix(turnOn(flag));
  }

  private static boolean goesOnBehindApi(String path) {
    int api = (path + "/").indexOf("/v2/");
    return api >= 0
        && !path.endsWith("/v2")
        && !path.startsWith("/api/v2/", api - "/api".length()); // an API of the product's own
  }

  private static String help(MirrorEntry mirror) {
    if (!mirror.legacy()) {
      return "set overridePath: true beside this url";
    }
    return mirror.endpoints().size() == 1
        ? "set overridePath: true on the mirror"
        : "set overridePath: true on the mirror; it holds for all its endpoints, so end the others'"
            + " paths in /v2";
  }

  private static Fix turnOn(Field<Boolean> flag) {
    return new Fix(
        "set overridePath: true",
        true,
        List.of(new TextEdit(flag.node().start(), flag.node().end(), "true")));
  }
}
