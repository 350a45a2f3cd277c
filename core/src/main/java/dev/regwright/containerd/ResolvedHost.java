package dev.regwright.containerd;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One host containerd asks for images of a registry.
 *
 * @param scheme the scheme it asks with, first or always
 * @param path the path requests begin with
 * @param httpFallback whether it asks over plain HTTP when TLS does not work
 * @param skipVerify whether certificates are not checked
 * @param ca files with certificates it trusts beside the system's
 * @param client files with its own certificates
 * @param header headers of every request; may be secret
 * @param dialTimeout how long to wait for a connection; null for the default
 * @param from the entry of hosts.toml behind it, or null for the upstream of the registry
 */
public record ResolvedHost(
    String scheme,
    String host,
    String path,
    Set<Capability> capabilities,
    boolean httpFallback,
    boolean skipVerify,
    List<String> ca,
    List<ClientFiles> client,
    Map<String, List<String>> header,
    @Nullable Duration dialTimeout,
    @Nullable HostEntry from) {

  /** Copies the collections. */
  public ResolvedHost {
    capabilities =
        capabilities.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
    ca = List.copyOf(ca);
    client = List.copyOf(client);
  }

  /** Scheme, host and path. */
  public String url() {
    return scheme + "://" + host + path;
  }

  /** Whether it is the registry's own upstream, which no file names. */
  public boolean isUpstream() {
    return from == null || from.host().isEmpty();
  }

  /** The URL; nothing that may be secret. */
  @Override
  public String toString() {
    return url();
  }
}
