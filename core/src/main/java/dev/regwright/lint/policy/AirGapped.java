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
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.List;
import java.util.function.Consumer;

/**
 * A mirror that falls back to the upstream on nodes that cannot reach it: a missing image then
 * takes the time of a connection that is never answered before the pull fails.
 */
final class AirGapped implements HostsRule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-air-gapped",
          "The mirror falls back to a registry that air-gapped nodes cannot reach",
          Severity.ERROR,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      boolean patched = subject.patch() && mirror.skipFallback() == null;
      if (!mirror.skipsFallback() && !patched && !unreadable(mirror)) {
        out.accept(finding(subject, mirror));
      }
    }
  }

  /** The server is asked behind the hosts; nodes that may ask the registry itself need no hosts. */
  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    HostEntry server = subject.server();
    if (subject.hosts().isEmpty()
        || subject.hosts().stream().anyMatch(subject::isUpstream)
        || !subject.isUpstream(server)) {
      return;
    }
    boolean named = !server.written().value().isEmpty();
    out.accept(
        INFO.finding(
                named ? subject.span(server.written()) : Span.startOf(subject.path()),
                "pulls of "
                    + subject.images()
                    + " go on to "
                    + subject.upstream()
                    + " when no host has the image, which air-gapped nodes wait for in vain")
            .withHelp(
                named
                    ? "set server to the URL of the last mirror"
                    : "add server = \"…\" at the top, with the URL of the last mirror"));
  }

  /** A placeholder, or what has been reported already. */
  private static boolean unreadable(MirrorEntry mirror) {
    YamlNode flag =
        mirror.node().resolved() instanceof YamlMapping m ? m.get("skipFallback") : null;
    return mirror.skipFallback() == null
        && flag != null
        && !(flag.resolved() instanceof YamlScalar scalar && scalar.isNull());
  }

  private static Finding finding(Subject subject, MirrorEntry mirror) {
    Field<Boolean> flag = mirror.skipFallback();
    Field<String> name = mirror.name();
    YamlNode at = flag != null ? flag.node() : name != null ? name.node() : mirror.node();
    Finding finding =
        INFO.finding(
                subject.span(at),
                "pulls of "
                    + EntryWords.images(mirror)
                    + " go on to "
                    + EntryWords.upstream(mirror)
                    + " when no endpoint has the image, which air-gapped nodes wait for in vain")
            .withHelp("set skipFallback: true");
    return flag == null
        ? finding
        : finding.withFix(
            new Fix(
                "set skipFallback: true",
                false,
                List.of(new TextEdit(flag.node().start(), flag.node().end(), "true"))));
  }
}
