package dev.regwright.containerd;

import dev.regwright.model.Auth;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Secrets;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files Talos writes for containerd from a configuration, byte for byte: what {@code
 * GenerateHosts} and {@code GenerateCRIConfig} of {@code internal/pkg/containers/cri/containerd}
 * make, and what the image cache adds before ({@code
 * internal/app/machined/pkg/controllers/cri/registries_config.go}). For Talos 1.11 and newer.
 *
 * <p>Of two registries that share a directory, such as {@code a:5000} and {@code a_5000_}, Talos
 * takes any; here it is the later one.
 */
public final class TalosHostsTree {
  /** The address of Talos's image cache on the node itself. */
  public static final String IMAGE_CACHE = "http://127.0.0.1:3172";

  private static final String EVERYTHING = "*";
  private static final Set<Capability> MIRROR = EnumSet.of(Capability.PULL, Capability.RESOLVE);

  private final Map<String, Map<String, byte[]>> directories = new LinkedHashMap<>();
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final RegistryConfig config;
  private final UrlRules rules;
  private final String base;
  private final @Nullable String criPart;
  private @Nullable String error;

  private TalosHostsTree(RegistryConfig config, TalosVersion version) {
    this.config = config;
    this.rules = TalosChange.STRICT_URL_COLONS.in(version) ? UrlRules.GO_1_26 : UrlRules.GO_1_25;
    this.base = base(version);
    this.criPart = config.auths().isEmpty() ? null : TalosCriPart.write(credentials(config));
  }

  /**
   * What Talos makes of a configuration.
   *
   * @param imageCacheReady whether the node's image cache runs, which then is the first endpoint of
   *     every registry
   */
  public static TalosHostsTree of(
      RegistryConfig config, TalosVersion version, boolean imageCacheReady) {
    TalosHostsTree tree =
        new TalosHostsTree(imageCacheReady ? withImageCache(config) : config, version);
    tree.build();
    return tree;
  }

  /** The configuration with the image cache as the first endpoint of every mirror. */
  public static RegistryConfig withImageCache(RegistryConfig config) {
    Map<String, Mirror> mirrors = new LinkedHashMap<>(config.mirrors());
    mirrors.putIfAbsent(EVERYTHING, new Mirror(EVERYTHING, List.of(), null));
    mirrors.replaceAll(
        (name, mirror) -> {
          List<Endpoint> endpoints = new ArrayList<>();
          endpoints.add(Endpoint.of(IMAGE_CACHE));
          endpoints.addAll(mirror.endpoints());
          return new Mirror(mirror.name(), endpoints, mirror.skipFallback());
        });
    return new RegistryConfig(mirrors, config.auths(), config.tls());
  }

  /** The directory Talos writes for a registry. */
  public static String directoryOf(String registry) {
    return registry.equals(EVERYTHING) ? HostDirectories.DEFAULT : HostDirectories.nameOf(registry);
  }

  /**
   * The files by their paths within {@link TalosHostsToml#ROOT}; none when there is an error. Paths
   * are clean and lead nowhere else: what a name such as {@code ..} would make is left out.
   */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> copies = new TreeMap<>(files);
    copies.replaceAll((path, content) -> content.clone());
    return copies;
  }

  /**
   * The text of {@code 01-registries.part}; null when there are no credentials, and then it says no
   * more than where the directories lie. Secret.
   */
  public @Nullable String criPart() {
    return criPart;
  }

  /** Why Talos writes no files at all, as it says it, without secrets; null when it does. */
  public @Nullable String error() {
    return error;
  }

  /** The files as containerd sees them on the node, under {@link TalosHostsToml#ROOT}. */
  public FileView view() {
    return new TreeFiles(TalosHostsToml.ROOT, files);
  }

  /** Talos 1.14.0-beta.0 and beta.1 forget the first slash (siderolabs/talos#14021). */
  private static String base(TalosVersion version) {
    boolean relative =
        TalosChange.RELATIVE_CERTIFICATE_PATHS.in(version)
            && !TalosChange.ABSOLUTE_CERTIFICATE_PATHS.in(version);
    return relative ? TalosHostsToml.ROOT.substring(1) : TalosHostsToml.ROOT;
  }

  private static Map<String, CriCredentials> credentials(RegistryConfig config) {
    Map<String, CriCredentials> credentials = new LinkedHashMap<>();
    for (Auth auth : config.auths().values()) {
      credentials.put(
          auth.name(),
          new CriCredentials(
              text(auth.username()),
              text(auth.password()),
              text(auth.auth()),
              text(auth.identityToken())));
    }
    return credentials;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void build() {
    for (Mirror mirror : config.mirrors().values()) {
      if (error == null) {
        mirror(mirror);
      }
    }
    for (Tls tls : config.tls().values()) {
      if (error == null) {
        alone(tls);
      }
    }
    if (error == null) {
      directories.forEach((name, content) -> content.forEach((f, b) -> put(name + "/" + f, b)));
    }
  }

  private void put(String path, byte[] content) {
    String clean = GoPath.clean(path.startsWith("/") ? "." + path : path);
    if (!clean.startsWith("../")) {
      files.put(clean, content);
    }
  }

  private void mirror(Mirror mirror) {
    String directory = directoryOf(mirror.name());
    Map<String, byte[]> content = new LinkedHashMap<>();
    HostTable server = HostTable.of("");
    List<HostTable> hosts = new ArrayList<>();
    int last = mirror.endpoints().size() - 1;
    for (int i = 0; i <= last; i++) {
      Endpoint endpoint = mirror.endpoints().get(i);
      UrlParse parse = EndpointUrl.parse(endpoint.url(), rules);
      if (!(parse instanceof UrlParse.Ok ok)) {
        error = refusal(endpoint, mirror, (UrlParse.Failed) parse);
        return;
      }
      HostTable table =
          HostTable.of(endpoint.url())
              .withCapabilities(MIRROR)
              .withOverridePath(endpoint.overridesPath());
      Tls tls = config.tls(ok.url().host());
      table = tls == null ? table : secured(table, tls, directory, content);
      if (mirror.skipsFallback() && i == last) {
        server = table;
      } else {
        hosts.add(table);
      }
    }
    finish(directory, content, new HostsToml(server, hosts));
  }

  /** TLS settings of a host that is no mirrored registry. */
  private void alone(Tls tls) {
    String directory = directoryOf(tls.name());
    boolean says = tls.ca() != null || tls.clientIdentity() != null || tls.skipsVerify();
    if (directories.containsKey(directory) || !says) {
      return;
    }
    if (tls.name().equals(EVERYTHING)) {
      error = "wildcard host TLS configuration is not supported";
      return;
    }
    Map<String, byte[]> content = new LinkedHashMap<>();
    HostTable server = HostTable.of("https://" + HostBuilder.defaultHost(tls.name()));
    HostTable table = secured(server, tls, directory, content);
    finish(directory, content, new HostsToml(table, List.of()));
  }

  private void finish(String directory, Map<String, byte[]> content, HostsToml hosts) {
    content.put(HostsFile.NAME, bytes(TalosHostsToml.write(hosts)));
    directories.put(directory, content);
  }

  /** The host with its certificates, which go into the directory. */
  private HostTable secured(
      HostTable table, Tls tls, String directory, Map<String, byte[]> content) {
    String prefix = GoPath.join(base, directory);
    List<String> ca = new ArrayList<>();
    List<ClientFiles> client = new ArrayList<>();
    if (tls.ca() != null) {
      String name = tls.name() + "-ca.crt";
      content.put(name, bytes(tls.ca()));
      ca.add(GoPath.join(prefix, name));
    }
    if (tls.clientIdentity() != null) {
      String certificate = tls.name() + "-client.crt";
      String key = tls.name() + "-client.key";
      content.put(certificate, bytes(text(tls.clientIdentity().cert())));
      content.put(key, bytes(text(tls.clientIdentity().key())));
      client.add(new ClientFiles(GoPath.join(prefix, certificate), GoPath.join(prefix, key)));
    }
    return table.withTls(ca, client, tls.skipsVerify() ? Boolean.TRUE : null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Go prints the endpoint with {@code %q}, for which the flag beside it is no text. */
  private String refusal(Endpoint endpoint, Mirror mirror, UrlParse.Failed failed) {
    return "error parsing endpoint {"
        + rules.quote(Secrets.withoutUserInfo(endpoint.url()))
        + " %!q(bool="
        + endpoint.overridesPath()
        + ")} for host "
        + rules.quote(mirror.name())
        + ": "
        + Secrets.refusal(endpoint.url(), failed, rules);
  }

  @Override
  public String toString() {
    return error == null ? files.keySet().toString() : error;
  }
}
