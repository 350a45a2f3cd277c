package dev.regwright.containerd;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One host as containerd understands it.
 *
 * @param role mirror or server
 * @param written the name of the table or the value of {@code server}; empty when there is no
 *     server
 * @param scheme the scheme of its URL; empty when containerd finds none
 * @param host host and port of its URL; empty when containerd finds none
 * @param path the path requests begin with, {@code /v2} included; may be empty
 * @param placeholder whether another tool will fill in the URL, so that its parts are unknown
 * @param capabilities what it may be asked for
 * @param settings everything else, as written
 * @param ca files with certificates, absolute
 * @param client files with client certificates, absolute
 * @param header values by header name; may be secret
 * @param dialTimeout how long to wait for a connection; zero for ever; null for the default
 */
public record HostEntry(
    HostRole role,
    Setting<String> written,
    String scheme,
    String host,
    String path,
    boolean placeholder,
    Set<Capability> capabilities,
    HostSettings settings,
    List<String> ca,
    List<ClientFiles> client,
    Map<String, List<String>> header,
    @Nullable Duration dialTimeout) {

  /** Copies the collections. */
  public HostEntry {
    capabilities =
        capabilities.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
    ca = List.copyOf(ca);
    client = List.copyOf(client);
    header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
  }

  /** Whether TLS certificates are not checked; null when it is not said. */
  public @Nullable Boolean skipVerify() {
    return settings.skipVerify() == null ? null : settings.skipVerify().value();
  }

  /** The same host at another place in the file. */
  HostEntry at(TextRange range) {
    return new HostEntry(
        role,
        new Setting<>(written.value(), range),
        scheme,
        host,
        path,
        placeholder,
        capabilities,
        settings,
        ca,
        client,
        header,
        dialTimeout);
  }

  /** Says where it connects to, without what may be secret. */
  @Override
  public String toString() {
    return role + " " + scheme + "://" + host + path;
  }
}
