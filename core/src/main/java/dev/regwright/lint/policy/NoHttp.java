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
import java.util.function.Consumer;

/** An endpoint that is asked without encryption. */
final class NoHttp implements HostsRule {
  static final RuleInfo INFO =
      new RuleInfo(
          "policy-no-http", "The endpoint is asked over plain http", Severity.ERROR, Stage.ADVICE);

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
        if (url != null && written != null && url.scheme().equals("http")) {
          out.accept(
              finding(subject.span(written.node()), EntryWords.images(mirror), url.host())
                  .withHelp("begin the endpoint with https://"));
        }
      }
    }
  }

  @Override
  public void checkHosts(HostsSubject subject, Consumer<Finding> out) {
    for (HostEntry host : subject.written()) {
      if (host.scheme().equals("http")) {
        out.accept(
            finding(subject.span(host.written()), subject.images(), host.host())
                .withHelp("begin the URL with https://"));
      }
    }
  }

  private static Finding finding(Span span, String images, String host) {
    return INFO.finding(
        span,
        "pulls of "
            + images
            + " from "
            + EntryWords.name(host)
            + " are not encrypted, and neither are credentials for it");
  }
}
