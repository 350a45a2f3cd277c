package dev.regwright.containerd;

import dev.regwright.model.Secrets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One host of a hosts.toml, whatever version will read it.
 *
 * @param url the name of its table, or the value of {@code server}; empty when there is no server
 * @param capabilities what it may be asked for; null for everything
 * @param ca files with certificates to trust
 * @param client files with client certificates
 * @param skipVerify whether certificates are not checked; null when it is not said
 * @param header values by header name; may be secret
 * @param overridePath whether the URL's path is used as it is
 * @param dialTimeout how long to wait for a connection; zero for ever; null for the default
 */
public record HostTable(
    String url,
    @Nullable Set<Capability> capabilities,
    List<String> ca,
    List<ClientFiles> client,
    @Nullable Boolean skipVerify,
    Map<String, List<String>> header,
    boolean overridePath,
    @Nullable Duration dialTimeout) {

  /** Copies the collections. */
  public HostTable {
    if (capabilities != null) {
      capabilities =
          capabilities.isEmpty()
              ? Set.of()
              : Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
    }
    ca = List.copyOf(ca);
    client = List.copyOf(client);
    header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
  }

  /** A host with nothing but a URL. */
  public static HostTable of(String url) {
    return new HostTable(url, null, List.of(), List.of(), null, Map.of(), false, null);
  }

  /** A host as a file has it, its files by absolute paths. */
  static HostTable of(HostEntry entry) {
    HostSettings settings = entry.settings();
    return new HostTable(
        entry.written().value(),
        settings.capabilities() == null || settings.capabilities().value().isEmpty()
            ? null
            : entry.capabilities(),
        entry.ca(),
        entry.client(),
        entry.skipVerify(),
        entry.header(),
        settings.overridePath() != null && settings.overridePath().value(),
        entry.dialTimeout());
  }

  /** This host with other capabilities; null for everything. */
  public HostTable withCapabilities(@Nullable Set<Capability> other) {
    return new HostTable(url, other, ca, client, skipVerify, header, overridePath, dialTimeout);
  }

  /** This host with TLS settings. */
  public HostTable withTls(
      List<String> otherCa, List<ClientFiles> otherClient, @Nullable Boolean skip) {
    return new HostTable(
        url, capabilities, otherCa, otherClient, skip, header, overridePath, dialTimeout);
  }

  /** This host with headers. */
  public HostTable withHeader(Map<String, List<String>> other) {
    return new HostTable(
        url, capabilities, ca, client, skipVerify, other, overridePath, dialTimeout);
  }

  /** This host with its path used as it is, or not. */
  public HostTable withOverridePath(boolean override) {
    return new HostTable(url, capabilities, ca, client, skipVerify, header, override, dialTimeout);
  }

  /** This host with a time to wait for connections; null for the default. */
  public HostTable withDialTimeout(@Nullable Duration timeout) {
    return new HostTable(url, capabilities, ca, client, skipVerify, header, overridePath, timeout);
  }

  /** This host under another URL. */
  public HostTable withUrl(String other) {
    return new HostTable(
        other, capabilities, ca, client, skipVerify, header, overridePath, dialTimeout);
  }

  /** Whether it says anything about TLS. */
  boolean hasTls() {
    return !ca.isEmpty() || !client.isEmpty() || skipVerify != null;
  }

  /** The URL without what may be secret. */
  @Override
  public String toString() {
    return Secrets.withoutUserInfo(url);
  }
}
