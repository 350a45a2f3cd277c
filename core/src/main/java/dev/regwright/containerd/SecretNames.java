package dev.regwright.containerd;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which headers and keys hold secrets, and URLs without theirs. */
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

  /** The text with everything before its last {@code @} masked, scheme excepted. */
  static String masked(String url) {
    int at = url.lastIndexOf('@');
    if (at < 0) {
      return url;
    }
    int slashes = url.indexOf("//");
    int from = slashes < 0 || slashes > at ? 0 : slashes + 2;
    return url.substring(0, from) + "***" + url.substring(at);
  }
}
