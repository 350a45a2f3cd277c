package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/** Hides what must not appear in logs and messages. */
public final class Secrets {
  private Secrets() {}

  /** A word that tells only whether there is a value. */
  static String masked(@Nullable String value) {
    return value == null ? "-" : "***";
  }

  /** A URL whose credentials, if it has any, are three stars; any text is taken. */
  public static String withoutUserInfo(String url) {
    int at = url.lastIndexOf('@');
    int slashes = url.indexOf("//");
    int from = slashes >= 0 && slashes < at ? slashes + 2 : 0;
    return at < 0 ? url : url.substring(0, from) + "***" + url.substring(at);
  }

  /** What Go says about a URL; of one that may hold a password, only what repeats nothing of it. */
  public static String refusal(String url, UrlParse.Failed failed, UrlRules rules) {
    if (url.indexOf('@') < 0) {
      return failed.message();
    }
    String reason = failed.reason();
    int quote = reason.indexOf('"');
    String quiet = quote < 0 ? reason : reason.substring(0, quote) + "\"***\"";
    return "parse " + rules.quote(withoutUserInfo(url)) + ": " + quiet;
  }
}
