package dev.regwright.lint.rules;

import dev.regwright.lint.Subject;
import dev.regwright.talos.MirrorEntry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names of mirrors and credentials are compared with: mirrors with the registry part of image
 * names as {@code distribution/reference} normalises them, credentials with the host and port of
 * URLs.
 */
final class RegistryNames {
  /** The mirror of all registries that have none of their own. */
  static final String ALL = "*";

  /** What Docker Hub's images are looked up as. */
  static final String HUB = "docker.io";

  /** The host Docker Hub's images come from. */
  static final String HUB_HOST = "registry-1.docker.io";

  private static final Set<String> HUB_NAMES =
      Set.of(
          HUB, HUB + ":443", "index.docker.io", "hub.docker.com", "docker.com", "www.docker.com");

  private static final Map<String, String> SHORT =
      Map.of(
          "docker",
          HUB,
          "dockerhub",
          HUB,
          "docker-hub",
          HUB,
          "ghcr",
          "ghcr.io",
          "gcr",
          "gcr.io",
          "quay",
          "quay.io");

  /** {@code RepositoryNameTotalLengthMax} of {@code distribution/reference}. */
  private static final int LONGEST = 255;

  /** {@code domainAndPort} of {@code distribution/reference}, {@code regexp.go}. */
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])"
              + "(?:\\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*"
              + "|\\[[A-Fa-f0-9:]+\\])(?::[0-9]+)?");

  private RegistryNames() {}

  /** Whether an image name can have this as its registry part, before it is normalised. */
  static boolean canBeRegistry(String name) {
    return isHostName(name)
        && (name.indexOf('.') >= 0
            || name.indexOf(':') >= 0
            || name.equals("localhost")
            || !name.equals(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether a name has the form of a host, with or without a port. */
  static boolean isHostName(String name) {
    return name.length() <= LONGEST && HOST_NAME.matcher(name).matches();
  }

  /**
   * Whether people write this for Docker Hub. {@link #HUB_HOST} is not among them: it is right for
   * credentials.
   */
  static boolean isHub(String name) {
    return HUB_NAMES.contains(bare(name).toLowerCase(Locale.ROOT));
  }

  /** The name without scheme, user, path and white space. */
  static String bare(String name) {
    String bare = name.strip();
    int scheme = bare.indexOf("://");
    bare = scheme < 0 ? bare : bare.substring(scheme + 3);
    int slash = bare.indexOf('/');
    bare = slash < 0 ? bare : bare.substring(0, slash);
    return bare.substring(bare.lastIndexOf('@') + 1);
  }

  /** The registry that was probably meant by the name of a mirror. */
  static String meant(String name) {
    String bare = bare(name);
    return isHub(bare) || bare.equals(HUB_HOST) ? HUB : SHORT.getOrDefault(bare, bare);
  }

  /** Why no URL can have this as its host and port, or null. */
  static @Nullable String hostFlaw(String name) {
    if (name.contains("://")) {
      return "a scheme";
    }
    if (name.indexOf('/') >= 0) {
      return "a path";
    }
    if (name.chars().anyMatch(Character::isWhitespace)) {
      return "white space";
    }
    return name.indexOf('*') >= 0 ? "a pattern" : null;
  }

  /** Whether the registry of this name has a mirror that never falls back to the registry. */
  static boolean isNeverContacted(Subject subject, String registry) {
    MirrorEntry mirror = subject.mirrorNames().get(registry);
    return mirror != null && mirror.skipsFallback() && !mirror.endpoints().isEmpty();
  }
}
