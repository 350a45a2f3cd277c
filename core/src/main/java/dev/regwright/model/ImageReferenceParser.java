package dev.regwright.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of {@code github.com/distribution/reference} v0.6.0 ({@code normalize.go}, {@code
 * reference.go}, {@code regexp.go}) and the digests of {@code opencontainers/go-digest} v1.0.0,
 * without regular expressions: whatever the text, each character is looked at a few times.
 */
final class ImageReferenceParser {
  private static final String INVALID = "invalid reference format";
  private static final String LEGACY_HUB = "index.docker.io";
  private static final String OFFICIAL = "library/";
  private static final String LATEST = "latest";
  private static final int LONGEST_REPOSITORY = 255;
  private static final int LONGEST_TAG = 128;
  private static final int IDENTIFIER = 64;
  private static final int SHORTEST_DIGEST = 32;

  private final String text;

  ImageReferenceParser(String text) {
    this.text = text;
  }

  ImageParse parse() {
    if (text.length() == IDENTIFIER && isLowerHex(text)) {
      return failed(
          "invalid repository name (" + text + "), cannot specify 64-byte hexadecimal strings");
    }
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean named = slash >= 0 && isRegistry(first);
    String registry = named && !first.equals(LEGACY_HUB) ? first : ImageReference.HUB;
    String rest = named ? text.substring(slash + 1) : text;
    if (registry.equals(ImageReference.HUB) && rest.indexOf('/') < 0) {
      rest = OFFICIAL + rest;
    }
    int colon = rest.indexOf(':');
    String repository = colon < 0 ? rest : rest.substring(0, colon);
    if (!lower(repository).equals(repository)) {
      return failed(INVALID + ": repository name (" + repository + ") must be lowercase");
    }
    return parse(registry, rest);
  }

  /** {@code splitDockerDomain}: what makes the first part a registry. */
  private static boolean isRegistry(String first) {
    return first.equals("localhost")
        || first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || !lower(first).equals(first);
  }

  /** {@code Parse}, of a text that certainly begins with a registry and a slash. */
  private static ImageParse parse(String registry, String rest) {
    Parts parts = Parts.of(rest);
    if (parts == null || !fits(registry, parts)) {
      Parts lower = Parts.of(lower(rest));
      boolean onlyCase = lower != null && fits(lower(registry), lower);
      return failed(onlyCase ? "repository name must be lowercase" : INVALID);
    }
    // A first part that is no registry by its letters is one of the path's, and counts as such.
    int length = parts.path.length() + (isHost(registry) ? 0 : registry.length() + 1);
    if (length > LONGEST_REPOSITORY) {
      return failed("repository name must not be more than 255 characters");
    }
    if (parts.digest == null) {
      String tag = parts.tag == null ? LATEST : parts.tag;
      return new ImageParse.Ok(new ImageReference(registry, parts.path, tag, null));
    }
    String fault = digestFault(parts.digest);
    return fault == null
        ? new ImageParse.Ok(new ImageReference(registry, parts.path, null, parts.digest))
        : failed(fault);
  }

  private static boolean fits(String registry, Parts parts) {
    return (isHost(registry) || isComponent(registry))
        && isPath(parts.path)
        && (parts.tag == null || isTag(parts.tag))
        && (parts.digest == null || isDigest(parts.digest));
  }

  /** The text behind the registry, taken apart at characters no other part may hold. */
  private record Parts(String path, @Nullable String tag, @Nullable String digest) {
    static @Nullable Parts of(String rest) {
      int at = rest.indexOf('@');
      String named = at < 0 ? rest : rest.substring(0, at);
      int colon = named.indexOf(':');
      return new Parts(
          colon < 0 ? named : named.substring(0, colon),
          colon < 0 ? null : named.substring(colon + 1),
          at < 0 ? null : rest.substring(at + 1));
    }
  }

  /** {@code domainAndPort}: a name, an IPv4 address or an IPv6 address, and a port. */
  private static boolean isHost(String text) {
    int end = text.length();
    while (end > 0 && isDigit(text.charAt(end - 1))) {
      end--;
    }
    boolean port = end > 0 && end < text.length() && text.charAt(end - 1) == ':';
    String host = port ? text.substring(0, end - 1) : text;
    if (host.startsWith("[")) {
      return isAddress(host);
    }
    int from = 0;
    for (int i = 0; i <= host.length(); i++) {
      if (i == host.length() || host.charAt(i) == '.') {
        if (!isLabel(host, from, i)) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private static boolean isAddress(String host) {
    if (!host.endsWith("]") || host.length() < 3) {
      return false;
    }
    for (int i = 1; i < host.length() - 1; i++) {
      if (!isHex(host.charAt(i)) && host.charAt(i) != ':') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String text, int from, int to) {
    if (from == to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPath(String path) {
    int from = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (!isComponent(path.substring(from, i))) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  /** Letters and digits, with one dot, one or two underscores or any dashes between them. */
  private static boolean isComponent(String text) {
    int i = 0;
    while (true) {
      int start = i;
      while (i < text.length() && isLowerOrDigit(text.charAt(i))) {
        i++;
      }
      if (i == start) {
        return false;
      }
      if (i == text.length()) {
        return true;
      }
      i = behindSeparator(text, i);
    }
  }

  /** The index behind the separator; the same index when there is none. */
  private static int behindSeparator(String text, int from) {
    if (text.startsWith("__", from)) {
      return from + 2;
    }
    if (text.charAt(from) == '.' || text.charAt(from) == '_') {
      return from + 1;
    }
    int i = from;
    while (i < text.length() && text.charAt(i) == '-') {
      i++;
    }
    return i;
  }

  private static boolean isTag(String tag) {
    if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    if (colon < 0 || digest.length() - colon - 1 < SHORTEST_DIGEST) {
      return false;
    }
    boolean wordBegins = true;
    for (int i = 0; i < colon; i++) {
      char c = digest.charAt(i);
      boolean separator = "-_+.".indexOf(c) >= 0;
      if (wordBegins ? !isLetter(c) : !separator && !isAlphanumeric(c)) {
        return false;
      }
      wordBegins = separator;
    }
    for (int i = colon + 1; i < digest.length(); i++) {
      if (!isHex(digest.charAt(i))) {
        return false;
      }
    }
    return !wordBegins;
  }

  /** {@code Digest.Validate}, of a text that has the shape of a digest. */
  private static @Nullable String digestFault(String digest) {
    int colon = digest.indexOf(':');
    String encoded = digest.substring(colon + 1);
    int length =
        switch (digest.substring(0, colon)) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> 0;
        };
    if (length == 0) {
      boolean shape = lower(digest.substring(0, colon)).equals(digest.substring(0, colon));
      return shape ? "unsupported digest algorithm" : "invalid checksum digest format";
    }
    if (encoded.length() != length) {
      return "invalid checksum digest length";
    }
    return isLowerHex(encoded) ? null : "invalid checksum digest format";
  }

  private static ImageParse failed(String error) {
    return new ImageParse.Failed(error);
  }

  /** Go's {@code strings.ToLower}, which changes each character for itself. */
  private static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
        return out.toString();
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isAlphanumeric(char c) {
    return isDigit(c) || isLetter(c);
  }

  private static boolean isLowerOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }
}
