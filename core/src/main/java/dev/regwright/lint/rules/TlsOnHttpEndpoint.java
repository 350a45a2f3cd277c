package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.Field;
import dev.regwright.talos.TlsEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * TLS settings for the host of an {@code http://} endpoint, be they empty: Talos then refuses to
 * pull anything from the mirrored registry.
 */
final class TlsOnHttpEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "tls-on-http-endpoint",
          "There are TLS settings for the host of an http endpoint",
          Severity.ERROR,
          Stage.PULL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.tls().isEmpty()) {
      return;
    }
    Map<String, List<Reachable>> byHost = new LinkedHashMap<>();
    Reachable.forEach(
        subject,
        endpoint -> {
          String host = endpoint.url().host();
          if (endpoint.url().scheme().equals("http") && subject.tlsNames().containsKey(host)) {
            byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(endpoint);
          }
        });
    for (TlsEntry tls : subject.tls()) {
      List<Reachable> endpoints = byHost.remove(tls.nameText());
      if (endpoints != null) {
        out.accept(finding(subject, tls, endpoints));
      }
    }
  }

  private static Finding finding(Subject subject, TlsEntry tls, List<Reachable> endpoints) {
    Reachable first = endpoints.get(0);
    long others = endpoints.stream().map(e -> e.mirror().nameText()).distinct().count() - 1;
    String host = first.url().host();
    Field<String> name = tls.name();
    return INFO.finding(
            subject.span(name == null ? tls.node() : name.node()),
            Words.TALOS
                + " of "
                + EntryWords.images(first.mirror())
                + (others > 0 ? " and " + others + " more" : "")
                + " fail: it takes no TLS settings for http://"
                + host
                + "; "
                + pods(tls, first.url()))
        .withHelp("remove these TLS settings, or begin the endpoint with https://")
        .withUpstream("TLS config specified for non-HTTPS registry: \"" + host + "\"")
        .withRelated(subject.span(first.written().node()), "the http endpoint");
  }

  private static String pods(TlsEntry tls, EndpointUrl url) {
    return Settings.isEmpty(tls) || url.port().equals("80")
        ? "pods pull over http all the same"
        : "pods try https first and then http";
  }
}
