package dev.regwright.containerd;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.Placeholders;
import dev.regwright.model.UrlParse;
import dev.regwright.source.Fix;
import dev.regwright.source.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of settings that containerd takes and that do not do what they seem to. */
final class HostHabits {
  /** Pages for people, not registries: docs/hosts.md of containerd names the first. */
  private static final Set<String> HUB_WEBSITES =
      Set.of("docker.io", "www.docker.io", "docker.com", "www.docker.com", "hub.docker.com");

  private static final String HUB_URL = "https://registry-1.docker.io";
  private static final String WHOLE_PULL_FAILS = ", so every pull of the registry fails";

  private final HostsReport report;
  private final Behaviour behaviour;
  private final String directory;
  private final HostFixes fixes;

  HostHabits(HostsReport report, Behaviour behaviour, String directory) {
    this.report = report;
    this.behaviour = behaviour;
    this.directory = directory;
    this.fixes = new HostFixes(report.source());
  }

  void check(HostEntry host) {
    certificates(host);
    if (host.placeholder() || host.host().isEmpty()) {
      return;
    }
    website(host);
    capabilities(host);
    path(host);
  }

  private void add(RuleInfo rule, TextRange at, String message, String help, @Nullable Fix fix) {
    report.add(HostFixes.with(rule.finding(report.span(at), message).withHelp(help), fix));
  }

  /** Reported in containerd/containerd#7400. */
  private void website(HostEntry host) {
    if (HUB_WEBSITES.contains(host.host().toLowerCase(Locale.ROOT))) {
      add(
          ContainerdRules.HUB_WEBSITE,
          host.written().at(),
          (host.role() == HostRole.SERVER ? "what no mirror has cannot be pulled: " : "")
              + "requests go to "
              + url(host)
              + "/…, where Docker Hub's web site answers and no registry",
          "write "
              + HUB_URL
              + (host.role() == HostRole.SERVER
                  ? ", or leave server out: containerd then asks it by itself"
                  : ""),
          plain(host) ? HostFixes.server(host, HUB_URL) : null);
    }
  }

  /** Tags are resolved at hosts with both ({@code resolver.go}, {@code Resolve}). */
  private void capabilities(HostEntry host) {
    Setting<List<Setting<String>>> written = host.settings().capabilities();
    boolean pull = host.capabilities().contains(Capability.PULL);
    boolean resolve = host.capabilities().contains(Capability.RESOLVE);
    boolean complete = host.capabilities().containsAll(Set.of(Capability.PULL, Capability.RESOLVE));
    if (written == null || written.value().isEmpty() || complete || !(pull || resolve)) {
      return;
    }
    if (written.value().stream().anyMatch(w -> Capability.of(w.value(), behaviour).isEmpty())) {
      return;
    }
    add(
        ContainerdRules.CAPABILITIES,
        written.at(),
        pull
            ? "containerd asks this host for no tag: another host, or the upstream, must first say"
                + " what a tag stands for"
            : "containerd asks this host for no manifest: it resolves names only where it may pull"
                + " too",
        "write capabilities = [\"pull\", \"resolve\"]"
            + (pull ? ", unless images by tag are to be resolved elsewhere on purpose" : ""),
        HostFixes.capability(written, (pull ? Capability.RESOLVE : Capability.PULL).label()));
  }

  private void path(HostEntry host) {
    Setting<Boolean> flag = host.settings().overridePath();
    boolean override = flag != null && flag.value();
    if (flag != null && override && (host.path().isEmpty() || host.path().equals("/"))) {
      add(
          ContainerdRules.OVERRIDE_WITHOUT_PATH,
          flag.at(),
          "requests go to "
              + host.scheme()
              + "://"
              + host.host()
              + "/… without /v2, where no registry answers",
          "remove override_path, or give the URL the path that stands for /v2",
          HostFixes.noOverride(flag));
    }
    if (!override && goesOnBehindApi(configuredPath(host))) {
      add(
          ContainerdRules.PATH_NEEDS_OVERRIDE,
          host.written().at(),
          "requests go to " + url(host) + "/…: containerd appends /v2 to this path",
          "add override_path = true to this host",
          fixes.override(host));
    }
  }

  /** Whether the URL says no more than a host. */
  private boolean plain(HostEntry host) {
    String path = configuredPath(host);
    return (path.isEmpty() || path.equals("/")) && host.written().value().indexOf('@') < 0;
  }

  private static String url(HostEntry host) {
    return host.scheme() + "://" + host.host() + host.path();
  }

  private String configuredPath(HostEntry host) {
    String written = host.written().value();
    String server = written.startsWith("http") ? written : "https://" + written;
    return EndpointUrl.parse(server, behaviour.urls()) instanceof UrlParse.Ok ok
            && !ok.url().path().isEmpty()
        ? GoPath.clean(ok.url().path())
        : "";
  }

  /** A path before {@code /v2} is how some registries are addressed; one behind it needs help. */
  private static boolean goesOnBehindApi(String path) {
    int api = (path + "/").indexOf("/v2/");
    return api >= 0 && !path.endsWith("/v2") && !path.startsWith("/api/v2/", api - 4);
  }

  private void certificates(HostEntry host) {
    Setting<List<Setting<String>>> ca = host.settings().ca();
    if (ca != null) {
      ca.value().forEach(file -> path(file.value(), file.at()));
    }
    Setting<List<Setting<ClientFiles>>> client = host.settings().client();
    if (client == null) {
      return;
    }
    if (isFlatPair(client.value())) {
      report.add(
          ContainerdRules.CERTIFICATE_PATH
              .finding(
                  report.span(client.at()),
                  "containerd takes these for two files with a certificate and its key each"
                      + WHOLE_PULL_FAILS)
              .withHelp("a pair has brackets of its own: client = [[\"certificate\", \"key\"]]")
              .withUpstream(
                  "failed to load X509 key pair: tls: found a certificate rather than a key in the"
                      + " PEM for the private key"));
    }
    for (Setting<ClientFiles> pair : client.value()) {
      path(pair.value().certificate(), pair.at());
      if (pair.value().key() != null) {
        path(pair.value().key(), pair.at());
      }
    }
  }

  /** Written so in the belief that it is a pair (spegel-org/spegel#413). */
  private static boolean isFlatPair(List<Setting<ClientFiles>> files) {
    return files.size() == 2
        && files.get(0).value().key() == null
        && files.get(1).value().key() == null
        && files.get(1).value().certificate().toLowerCase(Locale.ROOT).contains("key")
        && !files.get(0).value().certificate().toLowerCase(Locale.ROOT).contains("key");
  }

  private void path(String path, TextRange at) {
    String message = trouble(path);
    if (message == null) {
      return;
    }
    report.add(
        ContainerdRules.CERTIFICATE_PATH
            .finding(report.span(at), message)
            .withHelp(
                path.isEmpty()
                    ? "write one path alone when one file holds both: client = \"client.pem\""
                    : "write the absolute path of a file, or one relative to the directory of"
                        + " this hosts.toml")
            .withUpstream(path.isEmpty() ? emptyKey() : null));
  }

  private String emptyKey() {
    return "unable to read CERT file "
        + behaviour.urls().quote(directory)
        + ": read "
        + directory
        + ": is a directory";
  }

  private @Nullable String trouble(String path) {
    if (path.isEmpty()) {
      return "the empty name stands for the directory itself" + WHOLE_PULL_FAILS;
    }
    if (path.startsWith("-----BEGIN")) {
      return "containerd takes this text for the name of a file" + WHOLE_PULL_FAILS;
    }
    boolean shell = path.startsWith("~") || path.indexOf('*') >= 0;
    if (shell && !Placeholders.in(path)) {
      return "containerd knows no ~ and no * in names of files" + WHOLE_PULL_FAILS;
    }
    return path.startsWith("etc/")
        ? "without the first slash containerd looks for " + GoPath.join(directory, path)
        : null;
  }
}
