package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.GoPath;
import java.util.ArrayList;
import java.util.List;

/** Names of the directories that hold the configuration of one registry. */
public final class HostDirectories {
  /** The directory of every registry that has none of its own. */
  public static final String DEFAULT = "_default";

  private HostDirectories() {}

  /** The directory of a registry: {@code host_port_} when there is a colon, else the name. */
  public static String nameOf(String registry) {
    int colon = registry.lastIndexOf(':');
    return colon > 0
        ? registry.substring(0, colon) + "_" + registry.substring(colon + 1) + "_"
        : registry;
  }

  /** The registry a directory is for; {@code *} for the one of all registries without their own. */
  public static String registryOf(String directory) {
    if (directory.equals(DEFAULT)) {
      return "*";
    }
    int last = directory.endsWith("_") ? directory.lastIndexOf('_', directory.length() - 2) : -1;
    if (last <= 0) {
      return directory;
    }
    String registry =
        directory.substring(0, last) + ":" + directory.substring(last + 1, directory.length() - 1);
    return nameOf(registry).equals(directory) ? registry : directory;
  }

  /** Whether a host is the one that containerd asks for a registry without being told. */
  public static boolean isUpstream(String registry, String host) {
    String own = HostBuilder.defaultHost(registry);
    return host.equalsIgnoreCase(own)
        || host.equalsIgnoreCase(own + ":443")
        || host.equalsIgnoreCase(registry);
  }

  /** The images of a registry, in words. */
  static String images(String registry) {
    return registry.equals("*")
        ? "images of all registries without a directory of their own"
        : "images of " + registry;
  }

  /**
   * The directories containerd looks for on Linux, in order; the first that exists is used alone,
   * even if it is empty.
   *
   * @param root the configuration root, without a trailing slash
   * @param registry the registry as it stands in the image reference, {@code docker.io} for Hub
   */
  public static List<String> candidates(String root, String registry, ContainerdVersion version) {
    List<String> paths = new ArrayList<>();
    String folded = nameOf(registry);
    if (!folded.equals(registry)) {
      paths.add(GoPath.join(root, folded));
    }
    paths.add(GoPath.join(root, registry));
    if (ContainerdChange.DEFAULT_DIRECTORY.in(version)) {
      paths.add(GoPath.join(root, DEFAULT));
    }
    return List.copyOf(paths);
  }
}
