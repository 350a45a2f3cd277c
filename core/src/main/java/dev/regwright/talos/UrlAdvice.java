package dev.regwright.talos;

import dev.regwright.model.UrlParse;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;

/** Words the findings about URLs Go does not parse. */
final class UrlAdvice {
  private UrlAdvice() {}

  static Finding badUrl(Span span, String text, UrlParse.Failed failed, int line) {
    boolean mayHoldSecret = text.indexOf('@') >= 0;
    String reason = mayHoldSecret ? withoutQuotes(failed.reason()) : failed.reason();
    String shown = mayHoldSecret ? "\"…\"" : failed.quotedInput();
    return LoadRules.BAD_URL
        .finding(span, "Talos cannot parse this URL: " + reason)
        .withHelp(help(text, failed.reason()))
        .withUpstream("line " + line + ": parse " + shown + ": " + reason);
  }

  /** Go quotes parts of the URL in its reasons; a part may be of a password. */
  private static String withoutQuotes(String reason) {
    return reason.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"…\"");
  }

  private static String help(String text, String reason) {
    if (!text.equals(text.strip())) {
      return "remove the white space around the URL";
    }
    if (!text.contains("://")) {
      return "begin it with https:// or http://";
    }
    if (reason.startsWith("invalid port")) {
      return "a port is a number; put an IPv6 address in brackets, as in https://[fd00::1]:5000";
    }
    return "write it as https://host[:port][/path]";
  }
}
