package dev.regwright.trace;

import dev.regwright.containerd.Resolution;
import dev.regwright.containerd.ResolvedHost;
import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads what containerd found in files Talos wrote back to the configuration they came from. */
final class TalosOrigins implements HostOrigins {
  private final RegistryConfig config;
  private final boolean imageCache;
  private final Sources sources;
  private final Credentials credentials;
  private final @Nullable String trouble;
  private final Map<String, Mirror> byDirectory = new HashMap<>();

  /**
   * Knows a configuration.
   *
   * @param config the configuration, the image cache included
   * @param trouble why Talos writes no files, or null
   */
  TalosOrigins(
      RegistryConfig config,
      boolean imageCache,
      TalosVersion version,
      Sources sources,
      @Nullable String trouble) {
    this.config = config;
    this.imageCache = imageCache;
    this.sources = sources;
    this.credentials = new Credentials(config, sources, version);
    this.trouble = trouble;
    for (Mirror mirror : config.mirrors().values()) {
      byDirectory.put(TalosHostsTree.directoryOf(mirror.name()), mirror);
    }
  }

  @Override
  public Cause cause(Resolution resolution, int index) {
    ResolvedHost host = resolution.hosts().get(index);
    String directory = resolution.directory();
    Mirror mirror = directory == null ? null : byDirectory.get(CriPuller.lastOf(directory));
    if (mirror == null && (directory == null || config.mirror("*") == null)) {
      return Causes.NO_MIRROR;
    }
    if (mirror == null) {
      return new Cause(
          "its TLS settings give it a directory of its own, so that * does not count",
          sources.tls(resolution.registry()));
    }
    if (!host.isUpstream() && index < mirror.endpoints().size()) {
      return Causes.endpoint(mirror, index, imageCache, sources);
    }
    return new Cause(fallback(resolution, mirror), sources.mirror(mirror.name()));
  }

  private static String fallback(Resolution resolution, Mirror mirror) {
    if (resolution.file() != null && !resolution.file().decodes()) {
      return "containerd drops the hosts.toml of the mirror " + mirror.name();
    }
    if (!mirror.skipsFallback()) {
      return "fallback: the mirror " + mirror.name() + " does not skip it";
    }
    return mirror.endpoints().isEmpty()
        ? "the mirror " + mirror.name() + " has no endpoints, so skipFallback comes to nothing"
        : "the last endpoint of the mirror " + mirror.name() + " has no host";
  }

  @Override
  public AuthUse auth(Resolution resolution, ResolvedHost host) {
    return credentials.cri(host.host());
  }

  @Override
  public @Nullable Span tls(Resolution resolution, ResolvedHost host) {
    String name = config.tls(host.host()) == null ? resolution.registry() : host.host();
    return sources.tls(name);
  }

  @Override
  public @Nullable String trouble() {
    return trouble;
  }
}
