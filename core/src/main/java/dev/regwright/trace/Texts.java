package dev.regwright.trace;

import dev.regwright.model.Secrets;
import dev.regwright.model.UrlRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts of the programs, as far as they may be shown. */
final class Texts {
  private Texts() {}

  static String quote(String text) {
    return UrlRules.GO_1_26.quote(text);
  }

  /** What should be an image reference, without what stands before an {@code @} of no digest. */
  static String maskedImage(String image) {
    int at = image.lastIndexOf('@');
    if (at >= 0 && image.startsWith("sha", at + 1)) {
      at = image.lastIndexOf('@', at - 1);
    }
    return at < 0
        ? image
        : Secrets.withoutUserInfo(image.substring(0, at + 1)) + image.substring(at + 1);
  }

  /** Go's {@code url.QueryEscape}. */
  static String queryEscaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }
}
