package dev.regwright.talos;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import java.util.HashMap;
import java.util.Map;

/**
 * Parses URLs as the Go a Talos version is built with, each text once: streams name the same few
 * mirrors over and over.
 */
final class Urls {
  private static final int REMEMBERED = 4096;

  private final UrlRules rules;
  private final Map<String, UrlParse> parsed = new HashMap<>();

  Urls(TalosVersion version) {
    this.rules = TalosChange.STRICT_URL_COLONS.in(version) ? UrlRules.GO_1_26 : UrlRules.GO_1_25;
  }

  UrlParse parse(String text) {
    UrlParse known = parsed.get(text);
    if (known != null) {
      return known;
    }
    if (parsed.size() >= REMEMBERED) {
      parsed.clear();
    }
    UrlParse parse = EndpointUrl.parse(text, rules);
    parsed.put(text, parse);
    return parse;
  }
}
