package dev.regwright.e2e;

import dev.regwright.containerd.Capability;
import dev.regwright.containerd.ResolvedHost;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/**
 * Real registries on this machine, and what each answers:
 *
 * <ul>
 *   <li>{@code plain} speaks HTTP, {@code tls} TLS with a private authority, {@code mtls} wants a
 *       client certificate, {@code auth} a password; all hold the same images
 *   <li>{@code prefix} is the same below {@code /harbor/dockerhub}
 *   <li>{@code cache} pulls through from {@code plain}; {@code empty} holds nothing
 *   <li>{@code down} is a port where nobody listens
 * </ul>
 */
final class World implements AutoCloseable {
  static final String TAG = "1";
  static final String AUTHORIZATION = "Basic YWxpY2U6czNjcmV0";
  private static final String PREFIX = "/harbor/dockerhub";
  private static final Set<String> IMAGES =
      Set.of("library/tiny", "proxy-docker.io/library/tiny", "team/app");

  private final Map<String, RealRegistry> registries = new LinkedHashMap<>();
  private final String down;
  final TestCertificates certificates;
  final UpstreamGuard guard = new UpstreamGuard();

  World(Path program, Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    certificates = TestCertificates.make();
    Path pki = certificates.write(Files.createDirectories(directory.resolve("pki")));
    Path htpasswd = directory.resolve("htpasswd");
    byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    Files.writeString(
        htpasswd, "alice:" + OpenBSDBCrypt.generate("2y", "s3cret".toCharArray(), salt, 4) + "\n");
    String tls =
        "  tls:\n    certificate: "
            + pki.resolve("server.crt")
            + "\n    key: "
            + pki.resolve("server.key")
            + "\n";
    Path data = directory.resolve("data");
    start(program, directory, data, "plain", "", "");
    for (String image : IMAGES) {
      TinyImage.push(HttpClient.newHttpClient(), "http://" + authority("plain"), image, TAG);
    }
    start(program, directory, data, "tls", tls, "");
    start(
        program,
        directory,
        data,
        "mtls",
        tls + "    clientcas: [" + pki.resolve("ca.crt") + "]\n",
        "");
    start(
        program,
        directory,
        data,
        "auth",
        "",
        "auth: {htpasswd: {realm: test, path: " + htpasswd + "}}\n");
    start(program, directory, data, "prefix", "  prefix: " + PREFIX + "/\n", "");
    start(program, directory, directory.resolve("none"), "empty", "", "");
    start(
        program,
        directory,
        directory.resolve("cached"),
        "cache",
        "",
        "proxy: {remoteurl: \"http://" + authority("plain") + "\"}\n");
    try (ServerSocket free = new ServerSocket(0)) {
      down = "127.0.0.1:" + free.getLocalPort();
    }
    takeRequests();
  }

  private void start(
      Path program, Path directory, Path data, String name, String http, String others)
      throws IOException, InterruptedException {
    registries.put(name, RealRegistry.start(program, directory, data, name, http, others));
  }

  private String authority(String name) {
    RealRegistry registry = registries.get(name);
    return registry == null ? down : registry.authority();
  }

  /** A text with the addresses of the registries put in for their names in braces. */
  String filled(String text, Path directory) {
    String filled = text.replace("${dir}", directory.toString()).replace("${down}", down);
    for (String name : registries.keySet()) {
      filled = filled.replace("${" + name + "}", authority(name));
    }
    return filled.replace("${authorization}", AUTHORIZATION);
  }

  /** What the registries are to see and the guard is to refuse, when these hosts are asked. */
  List<String> expected(List<ResolvedHost> hosts, String registry, String repository) {
    List<String> expected = new ArrayList<>();
    for (ResolvedHost host : hosts) {
      RealRegistry here = at(host.host());
      boolean local = here != null || host.host().equals(down);
      if (!host.capabilities().contains(Capability.RESOLVE)) {
        continue;
      }
      if (!local) {
        expected.add("upstream " + target(host));
      } else if (here != null && reaches(here, host)) {
        String uri = uri(host, registry, repository);
        int status = status(here, host, uri);
        expected.add(here.name() + " HEAD " + uri + " " + status);
        if (status == 200) {
          return expected;
        }
      }
    }
    return expected;
  }

  private @Nullable RealRegistry at(String authority) {
    for (RealRegistry registry : registries.values()) {
      if (registry.authority().equals(authority)) {
        return registry;
      }
    }
    return null;
  }

  private static String target(ResolvedHost host) {
    boolean port = host.host().matches(".*:\\d+");
    return host.scheme().equals("http")
        ? "http://" + host.host()
        : port ? host.host() : host.host() + ":443";
  }

  private static String uri(ResolvedHost host, String registry, String repository) {
    String uri = host.path() + "/" + repository + "/manifests/" + TAG;
    return host.host().equals(registry) ? uri : uri + "?ns=" + registry.replace(":", "%3A");
  }

  private boolean reaches(RealRegistry registry, ResolvedHost host) {
    boolean secure = registry.name().equals("tls") || registry.name().equals("mtls");
    if (!secure) {
      return host.scheme().equals("http") || host.httpFallback();
    }
    boolean trusted = host.skipVerify() || !host.ca().isEmpty();
    boolean known = registry.name().equals("tls") || !host.client().isEmpty();
    return host.scheme().equals("https") && trusted && known;
  }

  private static int status(RealRegistry registry, ResolvedHost host, String uri) {
    if (registry.name().equals("auth") && !host.header().containsValue(List.of(AUTHORIZATION))) {
      return 401;
    }
    String base = (registry.name().equals("prefix") ? PREFIX : "") + "/v2/";
    String path = uri.substring(0, uri.indexOf("/manifests/"));
    boolean has = path.startsWith(base) && IMAGES.contains(path.substring(base.length()));
    return has && !registry.name().equals("empty") ? 200 : 404;
  }

  /** What the registries saw and the guard refused since the last call. */
  List<String> takeRequests() {
    List<String> seen = new ArrayList<>();
    for (RealRegistry registry : registries.values()) {
      for (String request : registry.take()) {
        // The cache asks its own upstream without it, and manifests are then fetched by digest.
        if (request.startsWith("HEAD ") && request.contains("?ns=")) {
          seen.add(registry.name() + " " + request);
        }
      }
    }
    for (String attempt : guard.take()) {
      seen.add("upstream " + attempt);
    }
    return seen;
  }

  @Override
  public void close() throws Exception {
    for (RealRegistry registry : registries.values()) {
      registry.close();
    }
    guard.close();
  }
}
