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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Two endpoints of a mirror that differ in text and lead to the same requests: each pull waits for
 * the same failure twice. What is letter by letter the same is worse, and another rule's.
 */
final class RepeatedEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "repeated-endpoint",
          "The mirror lists an endpoint in two ways",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      if (mirror.endpoints().size() > 1) {
        check(subject, mirror, out);
      }
    }
  }

  private static void check(Subject subject, MirrorEntry mirror, Consumer<Finding> out) {
    Map<String, Field<String>> seen = new HashMap<>();
    Set<String> texts = new HashSet<>();
    for (EndpointEntry endpoint : mirror.endpoints()) {
      EndpointUrl url = endpoint.parsed();
      Field<String> written = endpoint.url();
      if (url != null && written != null && Reachable.isReachable(url)) {
        String base =
            url.scheme() + Hosts.plain(url) + BasePath.of(url, mirror.overridesPath(endpoint));
        Field<String> first = seen.putIfAbsent(base, written);
        // the validator's and duplicate-endpoint's business is equal text
        if (texts.add(mirror.legacy() ? written.value() : url.goString()) && first != null) {
          out.accept(
              INFO.finding(
                      subject.span(written.node()),
                      "the same host is asked twice for the same: this endpoint is another one, written"
                          + " differently")
                  .withHelp("remove one of the two")
                  .withRelated(subject.span(first.node()), "the other one"));
        }
      }
    }
  }
}
