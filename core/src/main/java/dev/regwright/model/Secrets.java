package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/** Hides what must not appear in logs and messages. */
final class Secrets {
  private Secrets() {}

  /** A word that tells only whether there is a value. */
  static String masked(@Nullable String value) {
    return value == null ? "-" : "***";
  }

  /** A URL whose credentials, if it has any, are three stars; any text is taken. */
  static String withoutUserInfo(String url) {
    int at = url.lastIndexOf('@');
    int slashes = url.indexOf("//");
    int from = slashes >= 0 && slashes < at ? slashes + 2 : 0;
    return at < 0 ? url : url.substring(0, from) + "***" + url.substring(at);
  }
}
