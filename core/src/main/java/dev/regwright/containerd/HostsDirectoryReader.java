package dev.regwright.containerd;

import dev.regwright.containerd.FileView.Found;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory of hosts.toml directories as a configuration: what one containerd version makes
 * of it, as far as a configuration can say it. Certificates become PEM text.
 */
public final class HostsDirectoryReader {
  /** Something hosts.toml says and a configuration cannot. */
  public static final RuleInfo LOSS =
      new RuleInfo(
          "conversion-loss",
          "A setting has no counterpart in the other form",
          Severity.WARNING,
          Stage.ADVICE);

  private static final String V2 = "/v2";

  private final FileView files;
  private final String root;
  private final ContainerdVersion version;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> losses = new ArrayList<>();
  private final Map<String, Mirror> mirrors = new LinkedHashMap<>();
  private final TlsReader tls;

  private HostsDirectoryReader(FileView files, String root, ContainerdVersion version) {
    this.files = files;
    this.root = root;
    this.version = version;
    this.tls = new TlsReader(files, losses);
  }

  /**
   * What was read.
   *
   * @param config the configuration
   * @param findings what containerd itself has to say of the files, in their order
   * @param losses what the configuration does not say, each where it is written
   */
  public record Result(RegistryConfig config, List<Finding> findings, List<Finding> losses) {
    /** Copies the lists. */
    public Result {
      findings = List.copyOf(findings);
      losses = List.copyOf(losses);
    }
  }

  /**
   * Reads all directories of a root.
   *
   * @param root the absolute path of the root, without a trailing slash
   */
  public static Result read(FileView files, String root, ContainerdVersion version) {
    return new HostsDirectoryReader(files, root, version).run();
  }

  private Result run() {
    if (files.list(root) instanceof Found<List<FileView.Item>> items) {
      for (FileView.Item item : items.value()) {
        directory(new HostsPlace(files, root, item.name()));
      }
    }
    if (!mirrors.containsKey("*")) {
      // Only beside a mirror for everything does an empty one say anything.
      mirrors.values().removeIf(m -> m.endpoints().isEmpty() && !m.skipsFallback());
    }
    return new Result(new RegistryConfig(mirrors, Map.of(), tls.settings()), findings, losses);
  }

  private void directory(HostsPlace place) {
    boolean isDirectory =
        files.isDirectory(place.path()) instanceof Found<Boolean> found && found.value();
    if (!isDirectory) {
      return;
    }
    List<String> candidates = HostDirectories.candidates(root, place.registry(), version);
    for (String other : candidates.subList(0, Math.max(0, candidates.indexOf(place.path())))) {
      if (files.isDirectory(other) instanceof Found<Boolean>) {
        return; // containerd finds the other one first
      }
    }
    String path = place.path() + "/" + HostsFile.NAME;
    if (!(files.read(path) instanceof Found<byte[]> bytes) || bytes.value().length == 0) {
      mirrors.put(place.registry(), new Mirror(place.registry(), List.of(), null));
      return;
    }
    SourceFile source = SourceFile.of(files.nameOf(path), bytes.value());
    HostsFile file = HostsFile.read(source, place.path(), version);
    findings.addAll(file.findings());
    if (file.decodes()) {
      mirror(place.registry(), file);
    } else {
      mirrors.put(place.registry(), new Mirror(place.registry(), List.of(), null));
    }
  }

  private void mirror(String registry, HostsFile file) {
    List<Endpoint> endpoints = new ArrayList<>();
    boolean closed = false;
    for (HostEntry host : file.entries()) {
      boolean server = host.role() == HostRole.SERVER;
      settings(host, file);
      if (server && isUpstream(host, registry)) {
        closed = upstream(registry, host, file, endpoints);
      } else if (host.placeholder()) {
        endpoints.add(new Endpoint(schemed(host.written().value()), overrides(host)));
        closed = server;
      } else if (host.host().isEmpty() || !host.capabilities().contains(Capability.PULL)) {
        lose(file, host.written().at(), "left out: containerd asks this host for nothing");
      } else {
        endpoints.add(endpoint(host));
        tls.add(host.host(), host, file);
        closed = server;
      }
    }
    mirrors.put(registry, new Mirror(registry, endpoints, closed ? Boolean.TRUE : null));
  }

  private static boolean isUpstream(HostEntry server, String registry) {
    return (server.host().isEmpty() && !server.placeholder())
        || (server.scheme().equals("https")
            && server.host().equals(HostBuilder.defaultHost(registry))
            && server.path().equals(V2));
  }

  /**
   * The registry itself. Talos leaves out its TLS settings when it falls back to it, but not when
   * it is an endpoint. Whether it is one now.
   */
  private boolean upstream(
      String registry, HostEntry host, HostsFile file, List<Endpoint> endpoints) {
    HostSettings settings = host.settings();
    boolean secured =
        !host.ca().isEmpty()
            || !host.client().isEmpty()
            || (settings.skipVerify() != null && settings.skipVerify().value());
    if (!secured) {
      return false;
    }
    if (registry.equals("*")) {
      lose(file, host.written().at(), "no configuration holds TLS settings for all registries");
      return false;
    }
    String name = HostBuilder.defaultHost(registry);
    tls.add(name, host, file);
    if (!endpoints.isEmpty()) {
      endpoints.add(Endpoint.of("https://" + name));
    } else if (!name.equals(registry)) {
      tls.add(registry, host, file); // for Hub's host machined looks, for its name pods do
    }
    return !endpoints.isEmpty();
  }

  /** Both append {@code /v2} by the same rule, so the path can stay as it is written. */
  private Endpoint endpoint(HostEntry host) {
    String written = host.written().value();
    String url = written.startsWith("http") ? written : "https://" + written;
    String path =
        EndpointUrl.parse(url, UrlRules.GO_1_26) instanceof UrlParse.Ok ok ? ok.url().path() : "";
    String clean = path.isEmpty() || path.equals("/") ? "" : GoPath.clean(path);
    return new Endpoint(host.scheme() + "://" + host.host() + clean, overrides(host));
  }

  private static @Nullable Boolean overrides(HostEntry host) {
    Setting<Boolean> flag = host.settings().overridePath();
    return (flag != null && flag.value()) ? Boolean.TRUE : null;
  }

  private static String schemed(String url) {
    return url.startsWith("http") || url.startsWith("$") || url.startsWith("{")
        ? url
        : "https://" + url;
  }

  private void settings(HostEntry host, HostsFile file) {
    HostSettings settings = host.settings();
    if (settings.capabilities() != null && !settings.capabilities().value().isEmpty()) {
      if (host.capabilities().contains(Capability.PUSH) && host.role() == HostRole.MIRROR) {
        lose(file, settings.capabilities().at(), "push: mirrors are for pulling alone");
      }
      if (!host.capabilities().contains(Capability.RESOLVE)) {
        lose(file, settings.capabilities().at(), "every endpoint is asked for tags too");
      }
    }
    if (settings.header() != null && !settings.header().value().isEmpty()) {
      lose(file, settings.header().at(), "headers cannot be set");
    }
    if (settings.dialTimeout() != null) {
      lose(file, settings.dialTimeout().at(), "timeouts cannot be set");
    }
  }

  private void lose(HostsFile file, TextRange at, String what) {
    losses.add(LOSS.finding(file.span(at), "lost: " + what));
  }

  /** TLS settings by host, of which a configuration has one each. */
  private static final class TlsReader {
    private final FileView files;
    private final List<Finding> losses;
    private final Map<String, Tls> settings = new LinkedHashMap<>();

    TlsReader(FileView files, List<Finding> losses) {
      this.files = files;
      this.losses = losses;
    }

    Map<String, Tls> settings() {
      return settings;
    }

    void add(String name, HostEntry host, HostsFile file) {
      Span span = file.span(host.written().at());
      boolean skip = Boolean.TRUE.equals(host.skipVerify());
      if (host.ca().isEmpty() && host.client().isEmpty() && !skip) {
        return;
      }
      if (host.scheme().equals("http")) {
        lose(span, "Talos takes no TLS settings for an http endpoint");
        return;
      }
      CertificateFiles certificates = new CertificateFiles(files, span, losses);
      String ca = certificates.ca(host.ca());
      Tls found = new Tls(name, certificates.client(host.client()), ca, skip ? Boolean.TRUE : null);
      if (found.ca() == null && found.clientIdentity() == null && !skip) {
        return;
      }
      Tls known = settings.putIfAbsent(name, found);
      if (known != null && !known.equals(found)) {
        lose(span, "these TLS settings: another directory has others for the same host");
      }
    }

    private void lose(Span span, String what) {
      losses.add(LOSS.finding(span, "lost: " + what));
    }
  }
}
