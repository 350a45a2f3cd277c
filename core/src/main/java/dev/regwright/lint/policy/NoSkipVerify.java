package dev.regwright.lint.policy;

import dev.regwright.containerd.HostEntry;
import dev.regwright.containerd.Setting;
import dev.regwright.lint.EntryWords;
import dev.regwright.lint.HostsRule;
import dev.regwright.lint.HostsSubject;
import dev.regwright.lint.Subject;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.List;
import java.util.function.Consumer;

/** A host whose certificate nobody looks at. */
final class NoSkipVerify implements HostsRule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-no-skip-verify",
          "The host's certificate is not verified",
          Severity.ERROR,
          Stage.ADVICE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (TlsEntry tls : subject.tls()) {
      Field<Boolean> flag = tls.insecureSkipVerify();
      if (flag != null && flag.value()) {
        String host = tls.nameText().isEmpty() ? "this host" : EntryWords.name(tls.nameText());
        out.accept(
            finding(subject.span(flag.node()), host)
                .withHelp("remove insecureSkipVerify, and set ca if the host has a CA of its own"));
      }
    }
  }

  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    List<HostEntry> hosts = subject.hosts();
    hosts.add(subject.server()); // its keys count even where it is not named
    for (HostEntry host : hosts) {
      Setting<Boolean> flag = host.settings().skipVerify();
      if (flag != null && flag.value()) {
        String name = host.host().isEmpty() ? subject.upstream() : EntryWords.name(host.host());
        out.accept(
            finding(subject.span(flag), name)
                .withHelp("remove skip_verify, and set ca if the host has a CA of its own"));
      }
    }
  }

  private static Finding finding(Span span, String host) {
    return INFO.finding(
        span, "pulls believe whoever answers for " + host + ", whatever certificate it shows");
  }
}
