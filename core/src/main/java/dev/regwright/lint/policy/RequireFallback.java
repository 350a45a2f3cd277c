package dev.regwright.lint.policy;

import dev.regwright.containerd.HostEntry;
import dev.regwright.lint.EntryWords;
import dev.regwright.lint.HostsRule;
import dev.regwright.lint.HostsSubject;
import dev.regwright.lint.Subject;
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

/** A mirror without which nothing can be pulled, where that must not be. */
final class RequireFallback implements HostsRule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-require-fallback",
          "The mirror does not fall back to the upstream registry",
          Severity.ERROR,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      Field<Boolean> flag = mirror.skipFallback();
      if (flag != null && flag.value()) {
        var edit = new TextEdit(flag.node().start(), flag.node().end(), "false");
        out.accept(
            INFO.finding(
                    subject.span(flag.node()),
                    "pulls of "
                        + EntryWords.images(mirror)
                        + " fail when no endpoint answers: skipFallback leaves out "
                        + EntryWords.upstream(mirror))
                .withHelp("remove skipFallback")
                .withFix(new Fix("set skipFallback: false", false, List.of(edit))));
      }
    }
  }

  /** A server takes the place of the registry itself. */
  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    HostEntry server = subject.serverInstead();
    if (server != null && subject.hosts().stream().noneMatch(subject::isUpstream)) {
      out.accept(
          INFO.finding(
                  subject.span(server.written()),
                  "pulls of "
                      + subject.images()
                      + " fail when no host here answers: server leaves out "
                      + subject.upstream())
              .withHelp("remove server, or let it name the registry itself"));
    }
  }
}
