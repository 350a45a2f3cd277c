package dev.regwright.lint.policy;

import dev.regwright.containerd.HostEntry;
import dev.regwright.lint.EntryWords;
import dev.regwright.lint.HostsRule;
import dev.regwright.lint.HostsSubject;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.List;
import java.util.function.Consumer;

/** An endpoint on a host that is none of those the settings allow. */
final class AllowedEndpoints implements HostsRule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-allowed-endpoints",
          "The endpoint's host is not among those allowed",
          Severity.ERROR,
          Stage.ADVICE);

  private static final int SHOWN = 5;

  private final List<HostPattern> allowed;

  AllowedEndpoints(List<HostPattern> allowed) {
    this.allowed = allowed;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      for (EndpointEntry endpoint : mirror.endpoints()) {
        EndpointUrl url = endpoint.parsed();
        Field<String> written = endpoint.url();
        if (url != null && written != null && !url.host().isEmpty() && !allows(url.host())) {
          out.accept(finding(subject.span(written.node()), EntryWords.images(mirror), url.host()));
        }
      }
    }
  }

  /** A server that takes the registry's place is an endpoint; the registry itself is none. */
  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    List<HostEntry> hosts = subject.hosts();
    HostEntry server = subject.serverInstead();
    if (server != null) {
      hosts.add(server);
    }
    for (HostEntry host : hosts) {
      if (!host.host().isEmpty() && !allows(host.host())) {
        out.accept(finding(subject.span(host.written()), subject.images(), host.host()));
      }
    }
  }

  private Finding finding(Span span, String images, String host) {
    return INFO.finding(
            span,
            "pulls of "
                + images
                + " go to "
                + EntryWords.name(host)
                + ", which the settings do not allow")
        .withHelp(help());
  }

  private boolean allows(String host) {
    for (HostPattern pattern : allowed) {
      if (pattern.matches(host)) {
        return true;
      }
    }
    return false;
  }

  private String help() {
    StringBuilder text = new StringBuilder("allowed: ");
    for (int i = 0; i < Math.min(SHOWN, allowed.size()); i++) {
      text.append(i == 0 ? "" : ", ").append(EntryWords.name(allowed.get(i).text()));
    }
    return text.append(allowed.size() > SHOWN ? ", …" : "").toString();
  }
}
