package dev.regwright.lint.rules;

import dev.regwright.lint.Subject;
import dev.regwright.talos.MirrorEntry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private RegistryNames() {}

  /** Whether an image name can have this as its registry part, before it is normalised. */
  static boolean canBeRegistry(String name) {
    return isHostName(name)
        && (name.indexOf('.') >= 0
            || name.indexOf(':') >= 0
            || name.equals("localhost")
            || !name.equals(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether a name has the form of a host, with or without a port: {@code domainAndPort} of {@code
   * distribution/reference}, {@code regexp.go}. By hand, because it is asked of every mirror.
   */
  static boolean isHostName(String name) {
    int colon = name.lastIndexOf(':');
    boolean port = colon > name.lastIndexOf(']');
    int end = port ? colon : name.length();
    return name.length() <= LONGEST
        && (!port || isNumber(name, colon + 1))
        && (name.startsWith("[") ? isAddress(name, end) : isDomain(name, end));
  }

  private static boolean isNumber(String name, int from) {
    for (int i = from; i < name.length(); i++) {
      if (!isDigit(name.charAt(i))) {
        return false;
      }
    }
    return from < name.length();
  }

  private static boolean isAddress(String name, int end) {
    for (int i = 1; i < end - 1; i++) {
      char c = name.charAt(i);
      if (!isDigit(c) && c != ':' && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
        return false;
      }
    }
    return end > 2 && name.charAt(end - 1) == ']';
  }

  /** Labels of letters, digits and inner hyphens, with dots between them. */
  private static boolean isDomain(String name, int end) {
    char before = '.';
    for (int i = 0; i < end; i++) {
      char c = name.charAt(i);
      boolean inner = before != '.';
      boolean fits = c == '.' ? inner && before != '-' : c == '-' ? inner : isLetterOrDigit(c);
      if (!fits) {
        return false;
      }
      before = c;
    }
    return before != '.' && before != '-';
  }

  private static boolean isLetterOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
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
