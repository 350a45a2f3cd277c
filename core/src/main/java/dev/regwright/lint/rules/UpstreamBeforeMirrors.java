package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.function.Consumer;

/**
 * A registry among its own mirrors, in front of others, which are then asked for what it does not
 * have or when it is down.
 */
final class UpstreamBeforeMirrors implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "upstream-before-mirrors",
          "The registry itself comes before its mirrors",
          Severity.WARNING,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      int size = mirror.endpoints().size();
      for (int i = 0; i < size - 1; i++) {
        EndpointEntry endpoint = mirror.endpoints().get(i);
        Field<String> written = endpoint.url();
        if (written != null && Upstream.is(subject, mirror, endpoint)) {
          out.accept(
              INFO.finding(
                      subject.span(written.node()),
                      "the endpoints behind this one get only what "
                          + EntryWords.upstream(mirror)
                          + " does not answer: it is asked first")
                  .withHelp("put the mirrors first"));
        }
      }
    }
  }
}
