package dev.regwright.lint.rules;

import dev.regwright.model.EndpointUrl;
import dev.regwright.talos.MirrorEntry;
import org.jspecify.annotations.Nullable;

/** How messages name things. */
final class Words {
  /** The puller that is not containerd's CRI plugin. */
  static final String TALOS = "Talos's own pulls (installer, kubelet, etcd)";

  private static final int LONGEST = 64;

  private Words() {}

  /** A name as we show it: long ones are cut, and what stands before an @ may be a secret. */
  static String name(String name) {
    String shown = name.substring(name.lastIndexOf('@') + 1);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }

  /** The images a mirror is for, as in "pulls of …". */
  static String images(MirrorEntry mirror) {
    String name = mirror.nameText();
    if (name.equals(RegistryNames.ALL)) {
      return "every registry without a mirror of its own";
    }
    return name.isEmpty() ? "this registry" : name(name);
  }

  /** The registry behind a mirror, as in "pods go to …". */
  static String upstream(MirrorEntry mirror) {
    String name = mirror.nameText();
    return name.isEmpty() || name.equals(RegistryNames.ALL)
        ? "the registry itself"
        : name(name) + " itself";
  }

  /** A URL on the host of an endpoint, without user name, password and query. */
  static String url(EndpointUrl endpoint, String path) {
    return new EndpointUrl(
            endpoint.scheme(), null, endpoint.host(), path, "", "", false, "", "", "", false)
        .goString();
  }

  /** What a program prints of a host, or null when the name is none and may hold anything. */
  static @Nullable String ofHost(String before, String host, String after) {
    return RegistryNames.isHostName(host) ? before + '"' + host + '"' + after : null;
  }
}
