package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.model.ContainerdVersion;
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
