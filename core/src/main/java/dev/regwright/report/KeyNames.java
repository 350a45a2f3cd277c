package dev.regwright.report;

import dev.regwright.source.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells by its name whether a key holds a secret. Misspelt names count as what they were meant to
 * be: {@code pasword} is what people are shown when Talos does not know the key.
 */
final class KeyNames {
  /** What a name says about the value. */
  enum Kind {
    /** Nothing to hide. */
    OPEN,
    /** Not ours; it may hold anything. */
    UNKNOWN,
    SECRET
  }

  private static final String[] SECRET_ENDINGS = {
    "password",
    "passwd",
    "passphrase",
    "pass",
    "pwd",
    "auth",
    "authorization",
    "token",
    "secret",
    "key",
    "credential",
    "identity"
  };

  private static final List<String> SECRETS =
      List.of("password", "auth", "identityToken", "token", "secret");

  /** The vocabulary of registry configuration, and of what stands around it. */
  private static final List<String> OPENS =
      List.of(
          "apiVersion",
          "kind",
          "name",
          "version",
          "debug",
          "persist",
          "machine",
          "cluster",
          "type",
          "registries",
          "mirrors",
          "config",
          "endpoints",
          "endpoint",
          "url",
          "overridePath",
          "skipFallback",
          "username",
          "tls",
          "ca",
          "cert",
          "crt",
          "insecureSkipVerify",
          "network",
          "hostname",
          "install",
          "disk",
          "image",
          "kubelet",
          "features",
          "files",
          "certSANs",
          "controlPlane",
          "clusterName",
          "$patch",
          "server",
          "host",
          "capabilities",
          "override_path",
          "skip_verify",
          "client",
          "dial_timeout",
          "config_path",
          "plugins",
          "registry",
          "metadata",
          "spec",
          "labels",
          "annotations",
          "namespace",
          "data");

  private static final int LONGEST = 64;
  private static final int LONGEST_MISSPELT = 20;
  private static final int REMEMBERED = 4096;

  private final Map<String, Kind> known = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  KeyNames() {
    words.addAll(SECRETS);
    words.addAll(OPENS);
  }

  /** What a key says about its value; an empty name says nothing. */
  Kind kind(String name) {
    Kind kind = known.get(name);
    if (kind == null) {
      kind = judge(name);
      if (known.size() < REMEMBERED) {
        known.put(name, kind);
      }
    }
    return kind;
  }

  private Kind judge(String name) {
    if (OPENS.contains(name)) {
      return Kind.OPEN;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    for (String ending : SECRET_ENDINGS) {
      if (lower.endsWith(ending) || singular.endsWith(ending)) {
        return Kind.SECRET;
      }
    }
    if (name.length() > LONGEST_MISSPELT || name.indexOf('.') >= 0) {
      return Kind.UNKNOWN;
    }
    String meant = DidYouMean.closest(name, words).orElse("");
    if (SECRETS.contains(meant)) {
      return Kind.SECRET;
    }
    return meant.isEmpty() ? Kind.UNKNOWN : Kind.OPEN;
  }

  /** Whether the value of a secret key is a mapping, whose own keys tell what to hide. */
  static boolean holdsFields(String name) {
    return name.endsWith("auth") || name.endsWith("Identity");
  }

  /** The word at an index. */
  static String wordAt(String line, int start) {
    int end = start;
    while (end < line.length() && end - start < LONGEST && inWord(line.charAt(end))) {
      end++;
    }
    return line.substring(start, end);
  }

  /** The word, possibly quoted, that ends before a colon. */
  static String wordBefore(String line, int colon) {
    int end = colon;
    while (end > 0 && line.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end > 0 && LineParts.isQuote(line.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST && inWord(line.charAt(start - 1))) {
      start--;
    }
    return line.substring(start, end);
  }

  private static boolean inWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '$';
  }
}
