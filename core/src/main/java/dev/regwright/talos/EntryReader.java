package dev.regwright.talos;

import dev.regwright.model.Placeholders;
import dev.regwright.model.UrlParse;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed values out of the three documents. What does not decode is left out: it has been
 * reported.
 */
final class EntryReader {
  private final Urls urls;

  EntryReader(Urls urls) {
    this.urls = urls;
  }

  MirrorEntry mirror(YamlMapping root) {
    return new MirrorEntry(
        false,
        text(root, "name"),
        endpoints(root.get("endpoints")),
        null,
        flag(root, "skipFallback"),
        root);
  }

  AuthEntry auth(YamlMapping root) {
    return auth(false, text(root, "name"), root, root);
  }

  /** Credentials whose fields stand in {@code fields}. */
  AuthEntry auth(boolean legacy, @Nullable Field<String> name, YamlMapping fields, YamlNode node) {
    return new AuthEntry(
        legacy,
        name,
        text(fields, "username"),
        text(fields, "password"),
        text(fields, "auth"),
        text(fields, "identityToken"),
        node);
  }

  TlsEntry tls(YamlMapping root) {
    YamlNode identity = present(root.get("clientIdentity"));
    YamlMapping pair = identity == null ? null : asMapping(identity);
    return new TlsEntry(
        false,
        text(root, "name"),
        identity,
        pair == null ? null : text(pair, "cert"),
        pair == null ? null : text(pair, "key"),
        text(root, "ca"),
        flag(root, "insecureSkipVerify"),
        root);
  }

  private List<EndpointEntry> endpoints(@Nullable YamlNode node) {
    if (node == null || !(node.resolved() instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<EndpointEntry> endpoints = new ArrayList<>(sequence.items().size());
    for (YamlNode item : sequence.items()) {
      YamlMapping mapping = asMapping(item);
      if (mapping != null) { // null items are dropped, as go-yaml does
        Field<String> url = text(mapping, "url");
        endpoints.add(new EndpointEntry(url, parse(url), flag(mapping, "overridePath"), item));
      }
    }
    return List.copyOf(endpoints);
  }

  @Nullable UrlParse parse(@Nullable Field<String> url) {
    return url == null || Placeholders.in(url.value()) ? null : urls.parse(url.value());
  }

  /** A string that is set: absent, null and empty are all the same to Talos. */
  static @Nullable Field<String> text(YamlMapping mapping, String key) {
    YamlNode node = mapping.get(key);
    String text = node == null ? "" : Scalars.text(node);
    return node == null || text.isEmpty() ? null : new Field<>(text, node);
  }

  static @Nullable Field<Boolean> flag(YamlMapping mapping, String key) {
    YamlNode node = mapping.get(key);
    if (node == null || !(node.resolved() instanceof YamlScalar scalar)) {
      return null;
    }
    Boolean value = Scalars.flag(scalar);
    return value == null ? null : new Field<>(value, node);
  }

  /** The node unless it is absent or null. */
  static @Nullable YamlNode present(@Nullable YamlNode node) {
    return node == null || (node.resolved() instanceof YamlScalar s && s.isNull()) ? null : node;
  }

  static @Nullable YamlMapping asMapping(@Nullable YamlNode node) {
    return node != null && node.resolved() instanceof YamlMapping mapping ? mapping : null;
  }
}
