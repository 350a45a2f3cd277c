package dev.regwright.containerd;

import dev.regwright.containerd.HostsLoss.Part;
import dev.regwright.model.GoPath;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the files of a directory of hosts.toml directories. It writes nothing to disk. Names that
 * cannot be the name of one directory are refused, so that every path has exactly two parts.
 */
public final class HostsDirectoryWriter {
  /** Where containerd's packages keep these directories. */
  public static final String ROOT = "/etc/containerd/certs.d";

  private static final String EVERYTHING = "*";
  private static final int LONGEST_NAME = 200; // of 255 bytes, the rest for endings

  private HostsDirectoryWriter() {}

  /**
   * What to write.
   *
   * @param files contents by path within the root, such as {@code docker.io/hosts.toml}; may hold
   *     private keys
   * @param criPart the text of Talos's CRI part, or null when there is none; secret
   * @param losses what the files do not say
   * @param refused what is not written at all, because its name can be no directory
   * @param error why Talos would write nothing, in its words; null when it would
   */
  public record Result(
      SortedMap<String, byte[]> files,
      @Nullable String criPart,
      List<HostsLoss> losses,
      List<HostsLoss> refused,
      @Nullable String error) {
    /** Copies the collections. */
    public Result {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
      losses = List.copyOf(losses);
      refused = List.copyOf(refused);
    }

    /** Paths only: contents may be secret. */
    @Override
    public String toString() {
      return files.keySet().toString();
    }
  }

  /**
   * The form that every containerd from 1.6 on reads the same way.
   *
   * @param root where the files will lie on the node, an absolute path; certificates are named by
   *     it
   */
  public static Result portable(RegistryConfig config, String root) {
    List<HostsLoss> refused = new ArrayList<>();
    Map<String, String> taken = new HashMap<>();
    taken.put(HostDirectories.DEFAULT, EVERYTHING); // no registry can have that name
    RegistryConfig accepted = accepted(config, taken, refused);
    return new PortableDirectories(accepted, GoPath.clean(root)).write(refused);
  }

  /** The bytes and names Talos writes, under {@link TalosHostsToml#ROOT}. */
  public static Result talos(RegistryConfig config, TalosVersion version, boolean imageCacheReady) {
    List<HostsLoss> refused = new ArrayList<>();
    TalosHostsTree tree =
        TalosHostsTree.of(accepted(config, new HashMap<>(), refused), version, imageCacheReady);
    return new Result(tree.files(), tree.criPart(), List.of(), refused, tree.error());
  }

  /** The configuration without the names that can be no directory, or only another's. */
  private static RegistryConfig accepted(
      RegistryConfig config, Map<String, String> taken, List<HostsLoss> refused) {
    Map<String, Mirror> mirrors =
        kept(config.mirrors(), name -> accepts(Part.MIRROR, name, taken, refused));
    Map<String, Tls> tls = kept(config.tls(), name -> accepts(Part.TLS, name, taken, refused));
    return new RegistryConfig(mirrors, config.auths(), tls);
  }

  private static <V> Map<String, V> kept(Map<String, V> values, Predicate<String> accepts) {
    Map<String, V> kept = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (accepts.test(name)) {
            kept.put(name, value);
          }
        });
    return kept;
  }

  private static boolean accepts(
      Part part, String name, Map<String, String> taken, List<HostsLoss> refused) {
    String directory = TalosHostsTree.directoryOf(name);
    if (!isDirectoryName(directory)) {
      refused.add(
          new HostsLoss(part, name, -1, "not written: the name cannot be that of a directory"));
      return false;
    }
    String other = taken.putIfAbsent(directory, name);
    if (other != null && !other.equals(name)) {
      refused.add(
          new HostsLoss(part, name, -1, "not written: it has the same directory as " + other));
      return false;
    }
    return true;
  }

  /** Whether a name is that of one directory, on any system and under any root. */
  static boolean isDirectoryName(String name) {
    boolean plain =
        name.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '/' && c != '\\')
            && !name.equals(".")
            && !name.equals("..");
    return plain && !name.isEmpty() && name.length() <= LONGEST_NAME;
  }
}
