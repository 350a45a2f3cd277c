package dev.regwright.talos;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.UrlParse;
import dev.regwright.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of a mirror.
 *
 * @param url the URL as written, or null when it is not set
 * @param parse what Go makes of the URL; null when it is not set or a placeholder
 * @param overridePath the endpoint's own flag (documents only), or null
 * @param node the whole list item
 */
public record EndpointEntry(
    @Nullable Field<String> url,
    @Nullable UrlParse parse,
    @Nullable Field<Boolean> overridePath,
    YamlNode node) {

  /** The parsed URL, or null when there is none to speak of. */
  public @Nullable EndpointUrl parsed() {
    return parse instanceof UrlParse.Ok ok ? ok.url() : null;
  }
}
