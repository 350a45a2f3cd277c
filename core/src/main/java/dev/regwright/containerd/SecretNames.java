package dev.regwright.containerd;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which headers and keys hold secrets, and which paths are none. */
final class SecretNames {
  private static final Pattern SECRET =
      Pattern.compile("auth|cookie|token|secret|passw|api-?key|credential|identity");

  private SecretNames() {}

  static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /** The name of a file, unless somebody has put the file's content there. */
  static String path(String path) {
    return path.contains("-----BEGIN") ? "***" : path;
  }
}
