package dev.regwright.trace;

import dev.regwright.containerd.Capability;
import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostResolver;
import dev.regwright.containerd.Resolution;
import dev.regwright.containerd.ResolvedHost;
import dev.regwright.model.ContainerdChange;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Secrets;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** containerd, which pulls the images of pods: what it makes of directories of hosts.toml. */
final class CriPuller implements Puller {
  private final FileView files;
  private final List<String> roots;
  private final ContainerdVersion version;
  private final HostOrigins origins;
  private final Territory territory;
  private final UrlRules rules;
  private final Seals seals;

  CriPuller(
      FileView files,
      List<String> roots,
      ContainerdVersion version,
      HostOrigins origins,
      Territory territory) {
    this.files = files;
    this.seals = new Seals(files);
    this.roots = List.copyOf(roots);
    this.version = version;
    this.origins = origins;
    this.territory = territory;
    this.rules =
        ContainerdChange.CONFIG_VERSION_4.in(version) ? UrlRules.GO_1_26 : UrlRules.GO_1_25;
  }

  /** The last name of a path. */
  static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public Route route(String registry) {
    Resolution resolution = HostResolver.resolve(files, roots, registry, version);
    String directory = resolution.directory() == null ? null : lastOf(resolution.directory());
    List<String> notes = notes(resolution);
    if (resolution.error() != null) {
      return new Route(List.of(), Secrets.withoutUserInfo(resolution.error()), directory, notes);
    }
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < resolution.hosts().size(); i++) {
      hops.add(hop(registry, resolution, i));
    }
    return new Route(hops, null, directory, notes);
  }

  /** What containerd logs as an error, and goes on. */
  private List<String> notes(Resolution resolution) {
    List<String> notes = new ArrayList<>();
    String trouble = origins.trouble();
    if (trouble != null) {
      notes.add("Talos writes no hosts.toml for any registry: " + trouble);
    }
    for (Resolution.LogLine line : resolution.log()) {
      if (line.level().equals("error")) {
        notes.add(
            "containerd ignores all of hosts.toml, and only its log tells: "
                + line.message()
                + (line.error() == null ? "" : ": " + Secrets.withoutUserInfo(line.error())));
      }
    }
    return notes;
  }

  private Hop hop(String registry, Resolution resolution, int index) {
    ResolvedHost host = resolution.hosts().get(index);
    Address address = Address.of(host.scheme(), host.host(), host.path(), rules);
    Role role = address.role(registry);
    boolean tls = !host.ca().isEmpty() || !host.client().isEmpty() || host.skipVerify();
    @Nullable Span from = tls ? origins.tls(resolution, host) : null;
    List<String> capabilities = new ArrayList<>();
    for (Capability capability : host.capabilities()) {
      capabilities.add(capability.label());
    }
    Collections.sort(capabilities);
    return new Hop(
        address.scheme(),
        address.host(),
        address.path(),
        address.prefix(),
        address.namespaced(registry),
        capabilities,
        host.httpFallback(),
        origins.auth(resolution, host),
        new TlsUse(
            !host.ca().isEmpty(),
            !host.client().isEmpty(),
            host.skipVerify(),
            from,
            seals.tls(host)),
        role,
        territory.leaves(role, host.host()),
        origins.cause(resolution, index),
        address.unsent(),
        notes(host),
        Seals.more(host));
  }

  private static List<String> notes(ResolvedHost host) {
    List<String> notes = new ArrayList<>();
    if (host.httpFallback()) {
      notes.add("plain HTTP is tried when HTTPS does not work");
    }
    if (host.from() != null
        && EndpointUrl.parse(host.from().written().value(), UrlRules.GO_1_26)
            instanceof UrlParse.Ok ok) {
      Causes.note(ok.url(), notes);
    }
    if (host.dialTimeout() != null) {
      notes.add("waits " + host.dialTimeout().toMillis() + " ms for a connection");
    }
    return notes;
  }
}
