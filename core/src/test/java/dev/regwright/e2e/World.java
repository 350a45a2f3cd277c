package dev.regwright.e2e;

import dev.regwright.containerd.Capability;
import dev.regwright.containerd.ResolvedHost;
import dev.regwright.trace.Hop;
import dev.regwright.trace.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
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
        expected.add("upstream " + target(host.scheme(), host.host()));
      } else if (here != null && reaches(here, host)) {
        String uri = uri(host, registry, repository);
        boolean known = host.header().containsValue(List.of(AUTHORIZATION));
        int status = status(here, known, uri);
        expected.add(here.name() + " HEAD " + uri + " " + status);
        if (status == 200) {
          return expected;
        }
      }
    }
    return expected;
  }

  /** The same for requests we foretell, in order, up to the first that is answered with 200. */
  List<String> foretold(List<Request> requests) {
    List<String> foretold = new ArrayList<>();
    for (Request request : requests) {
      Hop hop = request.hop();
      RealRegistry here = at(hop.host());
      String uri = request.url().substring((hop.scheme() + "://" + hop.host()).length());
      if (!request.isSent()) {
        continue;
      }
      if (here == null && !hop.host().equals(down)) {
        foretold.add("upstream " + target(hop.scheme(), hop.host()));
      } else if (here != null && reaches(here, hop)) {
        int status = status(here, false, uri);
        foretold.add(here.name() + " HEAD " + uri + " " + status);
        if (status == 200) {
          return foretold;
        }
      }
    }
    return foretold;
  }

  private static boolean reaches(RealRegistry registry, Hop hop) {
    if (!speaksTls(registry)) {
      return hop.scheme().equals("http") || hop.httpFallback();
    }
    boolean known = registry.name().equals("tls") || hop.tls().client();
    return hop.scheme().equals("https") && (hop.tls().ca() || hop.tls().skipVerify()) && known;
  }

  private static boolean speaksTls(RealRegistry registry) {
    return registry.name().equals("tls") || registry.name().equals("mtls");
  }

  private @Nullable RealRegistry at(String authority) {
    for (RealRegistry registry : registries.values()) {
      if (registry.authority().equals(authority)) {
        return registry;
      }
    }
    return null;
  }

  private static String target(String scheme, String host) {
    boolean port = host.matches(".*:\\d+");
    return scheme.equals("http") ? "http://" + host : port ? host : host + ":443";
  }

  private static String uri(ResolvedHost host, String registry, String repository) {
    String uri = host.path() + "/" + repository + "/manifests/" + TAG;
    return host.host().equals(registry) ? uri : uri + "?ns=" + registry.replace(":", "%3A");
  }

  private boolean reaches(RealRegistry registry, ResolvedHost host) {
    if (!speaksTls(registry)) {
      return host.scheme().equals("http") || host.httpFallback();
    }
    boolean trusted = host.skipVerify() || !host.ca().isEmpty();
    boolean known = registry.name().equals("tls") || !host.client().isEmpty();
    return host.scheme().equals("https") && trusted && known;
  }

  private static int status(RealRegistry registry, boolean known, String uri) {
    if (registry.name().equals("auth") && !known) {
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
        // Manifests are then fetched by digest.
        if (request.startsWith("HEAD ") && isOurs(registry, request)) {
          seen.add(registry.name() + " " + request);
        }
      }
    }
    for (String attempt : guard.take()) {
      seen.add("upstream " + attempt);
    }
    return seen;
  }

  /** The cache asks its own upstream, the plain one, and does not name a registry. */
  private static boolean isOurs(RealRegistry registry, String request) {
    return request.contains("?ns=") || !registry.name().equals("plain");
  }

  /** The same, in the order it came. */
  List<String> takeInOrder() {
    List<RealRegistry.Seen> seen = new ArrayList<>();
    for (RealRegistry registry : registries.values()) {
      for (RealRegistry.Seen each : registry.takeTimed()) {
        if (isOurs(registry, each.text())) {
          seen.add(new RealRegistry.Seen(each.at(), registry.name() + " " + each.text()));
        }
      }
    }
    for (RealRegistry.Seen each : guard.takeTimed()) {
      seen.add(new RealRegistry.Seen(each.at(), "upstream " + each.text()));
    }
    seen.sort(Comparator.comparing(RealRegistry.Seen::at));
    List<String> texts = new ArrayList<>();
    seen.forEach(each -> texts.add(each.text()));
    return texts;
  }

  @Override
  public void close() throws Exception {
    for (RealRegistry registry : registries.values()) {
      registry.close();
    }
    guard.close();
  }
}
