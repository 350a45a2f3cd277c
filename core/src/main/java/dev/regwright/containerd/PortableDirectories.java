package dev.regwright.containerd;

import dev.regwright.containerd.HostsLoss.Part;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes portable hosts.toml directories of a configuration. They mean what the configuration says,
 * which is a little more than Talos's own files do: the upstream of a mirrored registry keeps its
 * TLS settings, and a registry with TLS settings alone keeps the mirrors of {@code *}.
 */
final class PortableDirectories {
  private static final String EVERYTHING = "*";
  private static final String HUB = "docker.io";
  private static final Set<Capability> MIRROR = EnumSet.of(Capability.PULL, Capability.RESOLVE);

  private final RegistryConfig config;
  private final String root;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final List<HostsLoss> losses = new ArrayList<>();
  private final Map<String, String> stems = new HashMap<>();

  PortableDirectories(RegistryConfig config, String root) {
    this.config = config;
    this.root = root;
  }

  HostsDirectoryWriter.Result write(List<HostsLoss> refused) {
    config.mirrors().values().forEach(mirror -> directory(mirror.name(), mirror));
    Mirror rest = config.mirror(EVERYTHING);
    for (Tls tls : config.tls().values()) {
      boolean says = tls.ca() != null || tls.clientIdentity() != null || tls.skipsVerify();
      if (tls.name().equals(EVERYTHING)) {
        lose(Part.TLS, tls.name(), -1, "no directory holds TLS settings for all hosts");
      } else if (says) {
        alone(registry(tls.name()), rest);
      }
    }
    config
        .auths()
        .keySet()
        .forEach(
            host -> lose(Part.AUTH, host, -1, "containerd takes no credentials from hosts.toml"));
    return new HostsDirectoryWriter.Result(files, null, losses, refused, null);
  }

  private void lose(Part part, String name, int endpoint, String what) {
    losses.add(new HostsLoss(part, name, endpoint, what));
  }

  /** A registry with TLS settings and no mirror of its own. */
  private void alone(String registry, @Nullable Mirror rest) {
    boolean written =
        files.containsKey(TalosHostsTree.directoryOf(registry) + "/" + HostsFile.NAME);
    if (!written) {
      directory(registry, rest == null ? new Mirror(registry, List.of(), null) : rest);
    }
  }

  /** Hub's images are of docker.io, whatever host they come from. */
  private static String registry(String host) {
    return host.equals(HostBuilder.defaultHost(HUB)) ? HUB : host;
  }

  private void directory(String registry, Mirror mirror) {
    String directory = TalosHostsTree.directoryOf(registry);
    List<HostTable> hosts = new ArrayList<>();
    for (int i = 0; i < mirror.endpoints().size(); i++) {
      HostTable host = host(mirror, i, directory);
      if (host != null) {
        hosts.add(host);
      }
    }
    HostTable server = HostTable.of("");
    boolean upstream = !mirror.skipsFallback() || hosts.isEmpty();
    if (upstream) {
      if (mirror.skipsFallback()) {
        lose(
            Part.MIRROR,
            mirror.name(),
            -1,
            "containerd pulls from the upstream when there is no other endpoint");
      }
      server = upstream(registry, directory);
    } else {
      server = hosts.remove(hosts.size() - 1);
    }
    Portability.Result result = Portability.of(new HostsToml(server, hosts));
    for (Portability.Change change : result.changes()) {
      if (change.loss()) {
        lose(Part.MIRROR, mirror.name(), -1, label(change) + change.what());
      }
    }
    String text = PortableHostsToml.write(result.hosts());
    files.put(directory + "/" + HostsFile.NAME, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String label(Portability.Change change) {
    return change.url().isEmpty() ? "" : change.url() + ": ";
  }

  /** The registry itself, asked last; containerd knows where it is and needs to know how. */
  private HostTable upstream(String registry, String directory) {
    Tls byHost = config.tls(HostBuilder.defaultHost(registry));
    Tls tls = byHost == null ? config.tls(registry) : byHost;
    if (tls == null || registry.equals(EVERYTHING)) {
      return HostTable.of("");
    }
    HostTable server = HostTable.of("https://" + HostBuilder.defaultHost(registry));
    return secured(server, tls, directory);
  }

  /** A host of a mirror; null when no version could ask it. */
  private @Nullable HostTable host(Mirror mirror, int index, String directory) {
    Endpoint endpoint = mirror.endpoints().get(index);
    HostTable table =
        HostTable.of(endpoint.url())
            .withCapabilities(MIRROR)
            .withOverridePath(endpoint.overridesPath());
    UrlParse parse = EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26);
    boolean usable = Portability.of(HostsToml.of(List.of(table))).hosts().hosts().size() == 1;
    if (!(parse instanceof UrlParse.Ok ok) || !usable) {
      lose(
          Part.MIRROR,
          mirror.name(),
          index,
          "the endpoint is left out, because not every containerd can read its URL");
      return null;
    }
    Tls tls = config.tls(ok.url().host());
    return tls == null ? table : secured(table, tls, directory);
  }

  /** The endings are none that containerd takes for Docker's when it drops hosts.toml. */
  private HostTable secured(HostTable table, Tls tls, String directory) {
    String stem = directory + "/" + fileName(HostBuilder.defaultHost(tls.name()));
    List<String> ca = new ArrayList<>();
    List<ClientFiles> client = new ArrayList<>();
    if (tls.ca() != null) {
      ca.add(file(stem + "-ca.pem", tls.ca()));
    }
    if (tls.clientIdentity() != null) {
      String certificate = tls.clientIdentity().cert();
      String key = tls.clientIdentity().key();
      if (certificate != null && key != null) {
        client.add(
            new ClientFiles(
                file(stem + "-client.pem", certificate), file(stem + "-client-key.pem", key)));
      } else {
        lose(Part.TLS, tls.name(), -1, "half of a client certificate and its key is left out");
      }
    }
    return table.withTls(ca, client, tls.skipsVerify() ? Boolean.TRUE : null);
  }

  private String file(String path, String pem) {
    files.put(path, pem.getBytes(StandardCharsets.UTF_8));
    return GoPath.join(root, path);
  }

  /** A name of letters that mean nothing anywhere, the same for no two hosts. */
  private String fileName(String host) {
    StringBuilder name = new StringBuilder();
    host.codePoints()
        .forEach(
            c ->
                name.appendCodePoint(
                    Character.isLetterOrDigit(c) || c == '.' || c == '-' ? c : '_'));
    while (!host.equals(stems.computeIfAbsent(name.toString(), stem -> host))) {
      name.append('_');
    }
    return name.toString();
  }
}
