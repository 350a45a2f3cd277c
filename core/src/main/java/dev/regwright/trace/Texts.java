package dev.regwright.trace;

import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts of the programs, as far as they may be shown. */
final class Texts {
  private Texts() {}

  static String quote(String text) {
    return UrlRules.GO_1_26.quote(text);
  }

  /** A URL that may be broken, without everything before its last {@code @}. */
  static String masked(String url) {
    int at = url.lastIndexOf('@');
    int slashes = url.indexOf("//");
    int from = slashes < 0 || slashes > at ? 0 : slashes + 2;
    return at < 0 ? url : url.substring(0, from) + "***" + url.substring(at);
  }

  /** What should be an image reference, without what stands before an {@code @} of no digest. */
  static String maskedImage(String image) {
    int at = image.lastIndexOf('@');
    if (at >= 0 && image.startsWith("sha", at + 1)) {
      at = image.lastIndexOf('@', at - 1);
    }
    return at < 0 ? image : masked(image.substring(0, at + 1)) + image.substring(at + 1);
  }

  /** What Go says about a URL; of one that may hold a password, only what repeats nothing of it. */
  static String refusal(String url, UrlParse.Failed failed) {
    if (url.indexOf('@') < 0) {
      return failed.message();
    }
    String reason = failed.reason();
    int quote = reason.indexOf('"');
    return "parse "
        + quote(masked(url))
        + ": "
        + (quote < 0 ? reason : reason.substring(0, quote) + "\"***\"");
  }

  /** Go's {@code url.QueryEscape}. */
  static String queryEscaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }
}
