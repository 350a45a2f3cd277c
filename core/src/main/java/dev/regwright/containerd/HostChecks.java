package dev.regwright.containerd;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.UrlParse;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import java.util.ArrayList;
import java.util.List;

/** Tells where the URL of a host leads that does not lead where it seems to. */
final class HostChecks {
  private final HostsReport report;
  private final Behaviour behaviour;

  HostChecks(HostsReport report, Behaviour behaviour) {
    this.report = report;
    this.behaviour = behaviour;
  }

  void check(HostEntry host) {
    String written = host.written().value();
    boolean failed = host.scheme().isEmpty() && host.host().isEmpty() && host.path().isEmpty();
    if (host.placeholder() || (failed && !written.isEmpty())) {
      return;
    }
    if (written.isEmpty()) {
      checkNameless(host);
      return;
    }
    broken(host);
    droppedParts(host);
    if (HttpsFirst.applies(host.scheme(), host.host(), tlsConfigured(host), behaviour)) {
      report.add(
          ContainerdRules.HTTPS_FIRST
              .finding(
                  report.span(host.written().at()),
                  "containerd asks this host over HTTPS first, because it has TLS settings")
              .withHelp("write https://, or remove ca, client and skip_verify")
              .withUpstream(HttpsFirst.LOGGED));
    }
  }

  private boolean tlsConfigured(HostEntry host) {
    return HttpsFirst.tlsConfigured(host, behaviour);
  }

  private void checkNameless(HostEntry host) {
    if (host.role() == HostRole.MIRROR) {
      report.add(
          ContainerdRules.BROKEN_HOST,
          host.written().at(),
          "this host has no name, so every request to it fails",
          "give it one: [host.\"https://…\"]");
    }
  }

  private void broken(HostEntry host) {
    String written = host.written().value();
    String scheme = host.scheme();
    boolean known = scheme.equals("http") || scheme.equals("https");
    if (host.host().isEmpty() && host.role() == HostRole.SERVER) {
      report.add(
          ContainerdRules.BROKEN_HOST,
          host.written().at(),
          "containerd finds no host in this URL and pulls from the upstream instead",
          "write it as https://host[:port][/path]");
    } else if (host.host().isEmpty() || !known) {
      report.add(
          ContainerdRules.BROKEN_HOST,
          host.written().at(),
          "containerd finds "
              + (known ? "no host" : "neither http nor https")
              + " in this URL, so every request to it fails",
          "write it as https://host[:port][/path]");
    } else if (written.contains("://") && !written.startsWith("http")) {
      report.add(
          ContainerdRules.BROKEN_HOST,
          host.written().at(),
          "containerd puts https:// before this and asks for the host " + host.host(),
          "begin it with https:// or http:// in lower case");
    } else if (host.path().indexOf('?') >= 0 || host.path().indexOf('#') >= 0) {
      report.add(
          ContainerdRules.BROKEN_HOST,
          host.written().at(),
          "the escape in this path becomes a ? or #, which cuts every request short",
          "use a path without percent escapes");
    }
  }

  private void droppedParts(HostEntry host) {
    String written = host.written().value();
    String server = written.startsWith("http") ? written : "https://" + written;
    if (!(EndpointUrl.parse(server, behaviour.urls()) instanceof UrlParse.Ok ok)) {
      return;
    }
    List<String> dropped = new ArrayList<>();
    if (ok.url().userInfo() != null) {
      dropped.add("user name and password");
    }
    if (!ok.url().rawQuery().isEmpty()) {
      dropped.add("query");
    }
    if (!ok.url().fragment().isEmpty()) {
      dropped.add("fragment");
    }
    if (!dropped.isEmpty()) {
      boolean secret = ok.url().userInfo() != null;
      Finding finding =
          ContainerdRules.URL_PARTS
              .finding(
                  report.span(host.written().at()),
                  "containerd drops the " + String.join(" and the ", dropped) + " of this URL")
              .withHelp(
                  secret
                      ? "credentials go to registry.configs of the CRI configuration, to image pull"
                          + " secrets or into a header"
                      : "remove it");
      Fix fix = secret ? null : new HostFixes(report.source()).withoutParts(host);
      report.add(HostFixes.with(finding, fix));
    }
  }
}
