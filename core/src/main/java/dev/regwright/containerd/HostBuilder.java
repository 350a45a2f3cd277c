package dev.regwright.containerd;

import dev.regwright.containerd.FileView.Answer;
import dev.regwright.containerd.FileView.Failed;
import dev.regwright.containerd.FileView.Failure;
import dev.regwright.containerd.FileView.Found;
import dev.regwright.containerd.Resolution.LogLine;
import dev.regwright.model.ContainerdChange;
import dev.regwright.pki.CaCheck;
import dev.regwright.pki.KeyMatch;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills in the upstream, loads certificates and decides between HTTP and HTTPS. */
final class HostBuilder {
  private static final String V2 = "/v2";
  private static final String HUB = "docker.io";
  private static final String HUB_HOST = "registry-1.docker.io";

  private final FileView files;
  private final Behaviour behaviour;
  private final String registry;
  private final @Nullable HostsFile file;
  private final List<LogLine> log;
  private final List<Finding> findings;

  HostBuilder(
      FileView files,
      Behaviour behaviour,
      String registry,
      @Nullable HostsFile file,
      List<LogLine> log,
      List<Finding> findings) {
    this.files = files;
    this.file = file;
    this.behaviour = behaviour;
    this.registry = registry;
    this.log = log;
    this.findings = findings;
  }

  List<ResolvedHost> build(List<Candidate> candidates) throws PullFailure {
    List<ResolvedHost> hosts = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      HostEntry entry = candidate.entry();
      boolean last = i == candidates.size() - 1;
      if (entry == null || (last && candidate.host().isEmpty() && !entry.placeholder())) {
        hosts.add(finish(candidate, upstream(candidate)));
      } else {
        hosts.add(
            finish(
                candidate,
                new Target(
                    entry.scheme(),
                    entry.host(),
                    entry.path(),
                    entry.capabilities(),
                    entry.skipVerify())));
      }
    }
    return hosts;
  }

  /** Where a host is asked, before HTTPS is tried first. */
  private record Target(
      String scheme,
      String host,
      String path,
      Set<Capability> capabilities,
      @Nullable Boolean skipVerify) {}

  /** The host a registry's images come from. */
  static String defaultHost(String registry) {
    return registry.equals(HUB) ? HUB_HOST : registry;
  }

  private Target upstream(Candidate candidate) {
    String host = defaultHost(registry);
    HostPort address = HostPort.of(registry);
    boolean local =
        !registry.equals(HUB)
            && behaviour.has(ContainerdChange.LOCALHOST_UPSTREAM)
            && address.isLocal();
    String scheme = "https";
    Boolean skipVerify = candidate.skipVerify();
    if (local) {
      boolean byPort = behaviour.has(ContainerdChange.LOCALHOST_PORTS);
      boolean secure = address.port().isEmpty() || address.port().equals("443");
      scheme = (byPort && secure) ? "https" : "http";
      boolean plain = byPort && address.port().equals("80");
      skipVerify = plain ? skipVerify : Boolean.TRUE;
    }
    return new Target(scheme, host, V2, Capability.all(behaviour), skipVerify);
  }

  private ResolvedHost finish(Candidate candidate, Target target) throws PullFailure {
    loadCa(candidate);
    loadClient(candidate);
    boolean timeout =
        candidate.dialTimeout() != null && !behaviour.has(ContainerdChange.DIAL_TIMEOUT_IS_NOT_TLS);
    boolean tls =
        candidate.caConfigured()
            || !candidate.client().isEmpty()
            || target.skipVerify() != null
            || timeout;
    boolean first = HttpsFirst.applies(target.scheme(), target.host(), tls, behaviour);
    if (first) {
      log.add(new LogLine("info", HttpsFirst.LOGGED, null));
    }
    return new ResolvedHost(
        first ? "https" : target.scheme(),
        target.host(),
        target.path(),
        target.capabilities(),
        first,
        Boolean.TRUE.equals(target.skipVerify()),
        candidate.ca(),
        candidate.client(),
        candidate.header(),
        candidate.dialTimeout(),
        candidate.entry());
  }

  private void loadCa(Candidate candidate) throws PullFailure {
    for (int i = 0; i < candidate.ca().size(); i++) {
      String path = candidate.ca().get(i);
      Span span = span(path, caAt(candidate.entry(), i));
      String text = read(path, "unable to read CA cert ", span);
      if (text != null && !CaCheck.accepts(text)) {
        throw fail(span, "the file holds no certificate", "unable to load CA cert " + quoted(path));
      }
    }
  }

  private void loadClient(Candidate candidate) throws PullFailure {
    for (int i = 0; i < candidate.client().size(); i++) {
      ClientFiles pair = candidate.client().get(i);
      Span span = span(pair.certificate(), clientAt(candidate.entry(), i));
      String certificate = read(pair.certificate(), "unable to read CERT file ", span);
      String key =
          pair.key() == null ? certificate : read(pair.key(), "unable to read CERT file ", span);
      KeyMatch match = certificate == null || key == null ? null : KeyMatch.of(certificate, key);
      if (match != null && match.outcome() != KeyMatch.Outcome.MATCH) {
        throw fail(
            span,
            "the client certificate or its key is of no use",
            "failed to load X509 key pair: " + match.upstream());
      }
    }
  }

  private static @Nullable TextRange caAt(@Nullable HostEntry entry, int index) {
    return entry == null || entry.settings().ca() == null
        ? null
        : entry.settings().ca().value().get(index).at();
  }

  private static @Nullable TextRange clientAt(@Nullable HostEntry entry, int index) {
    return entry == null || entry.settings().client() == null
        ? null
        : entry.settings().client().value().get(index).at();
  }

  /** Where hosts.toml names a file, or the file itself if nothing names it. */
  private Span span(String path, @Nullable TextRange at) {
    return file == null || at == null ? Span.startOf(files.nameOf(path)) : file.span(at);
  }

  /** The content of a file, or null when it is out of sight. */
  private @Nullable String read(String path, String prefix, Span span) throws PullFailure {
    Answer<byte[]> answer = files.read(path);
    if (answer instanceof Failed<byte[]> failed) {
      if (failed.why() == Failure.OUT_OF_SIGHT) {
        return null;
      }
      String verb = failed.why() == Failure.IS_A_DIRECTORY ? "read " : "open ";
      throw fail(
          span,
          "the file cannot be read",
          prefix
              + quoted(path)
              + ": "
              + verb
              + SecretNames.path(path)
              + ": "
              + failed.why().text());
    }
    return new String(((Found<byte[]>) answer).value(), StandardCharsets.ISO_8859_1);
  }

  private String quoted(String path) {
    return behaviour.urls().quote(SecretNames.path(path));
  }

  private PullFailure fail(Span span, String why, String upstream) {
    findings.add(
        ContainerdRules.UNREADABLE
            .finding(span, "every pull of " + HostDirectories.images(registry) + " fails: " + why)
            .withUpstream(upstream));
    return new PullFailure(upstream);
  }
}
