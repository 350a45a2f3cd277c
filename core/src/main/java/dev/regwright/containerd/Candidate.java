package dev.regwright.containerd;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host before containerd has filled in the upstream and loaded certificates.
 *
 * @param entry the entry of hosts.toml, or null
 * @param caConfigured whether there is a list of certificates to trust, even an empty one
 */
record Candidate(
    @Nullable HostEntry entry, boolean caConfigured, List<String> ca, List<ClientFiles> client) {

  static Candidate upstream() {
    return new Candidate(null, false, List.of(), List.of());
  }

  static Candidate docker(DockerCertificates certificates) {
    return new Candidate(
        null, !certificates.ca().isEmpty(), certificates.ca(), certificates.client());
  }

  static Candidate of(HostEntry entry) {
    return new Candidate(entry, entry.settings().ca() != null, entry.ca(), entry.client());
  }

  String host() {
    return entry == null ? "" : entry.host();
  }

  @Nullable Boolean skipVerify() {
    return entry == null ? null : entry.skipVerify();
  }

  Map<String, List<String>> header() {
    return entry == null ? Map.of() : entry.header();
  }

  @Nullable Duration dialTimeout() {
    return entry == null ? null : entry.dialTimeout();
  }
}
