package dev.regwright.talos;

import dev.regwright.model.Placeholders;
import dev.regwright.pki.GoBase64;
import dev.regwright.yaml.ByteText;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes typed values out of {@code machine.registries}. */
final class LegacyReader {
  private final EntryReader entries;
  private final List<MirrorEntry> mirrors = new ArrayList<>();
  private final List<AuthEntry> auths = new ArrayList<>();
  private final List<TlsEntry> tls = new ArrayList<>();
  private final List<TalosDocument.NullEntry> nulls = new ArrayList<>();

  LegacyReader(EntryReader entries) {
    this.entries = entries;
  }

  TalosDocument.Machine read(YamlDocument yaml, YamlMapping root) {
    YamlMapping machine = EntryReader.asMapping(root.get("machine"));
    YamlNode node = machine == null ? null : EntryReader.present(machine.get("registries"));
    YamlMapping registries = EntryReader.asMapping(node);
    if (registries != null) {
      readHosts(EntryReader.asMapping(registries.get("config")));
      readMirrors(EntryReader.asMapping(registries.get("mirrors")));
    }
    return new TalosDocument.Machine(
        yaml, node, List.copyOf(mirrors), List.copyOf(auths), List.copyOf(tls), List.copyOf(nulls));
  }

  private void readMirrors(@Nullable YamlMapping map) {
    for (Map.Entry<String, YamlMapping.Entry> e : effective(map).entrySet()) {
      Field<String> name = new Field<>(e.getKey(), e.getValue().key());
      YamlNode value = e.getValue().value();
      YamlMapping fields = EntryReader.asMapping(value);
      if (EntryReader.present(value) == null) {
        nulls.add(new TalosDocument.NullEntry("mirrors", name));
      } else if (fields != null) {
        mirrors.add(
            new MirrorEntry(
                true,
                name,
                endpoints(fields.get("endpoints")),
                EntryReader.flag(fields, "overridePath"),
                EntryReader.flag(fields, "skipFallback"),
                value));
      }
    }
  }

  private List<EndpointEntry> endpoints(@Nullable YamlNode node) {
    if (node == null || !(node.resolved() instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<EndpointEntry> endpoints = new ArrayList<>(sequence.items().size());
    for (YamlNode item : sequence.items()) {
      if (EntryReader.present(item) != null && item.resolved() instanceof YamlScalar) {
        Field<String> url = new Field<>(Scalars.text(item), item);
        endpoints.add(new EndpointEntry(url, entries.parse(url), null, item));
      }
    }
    return List.copyOf(endpoints);
  }

  private void readHosts(@Nullable YamlMapping map) {
    for (Map.Entry<String, YamlMapping.Entry> e : effective(map).entrySet()) {
      Field<String> name = new Field<>(e.getKey(), e.getValue().key());
      YamlNode value = e.getValue().value();
      YamlMapping host = EntryReader.asMapping(value);
      if (EntryReader.present(value) == null) {
        nulls.add(new TalosDocument.NullEntry("config", name));
      } else if (host != null) {
        YamlMapping auth = EntryReader.asMapping(host.get("auth"));
        if (auth != null) {
          auths.add(entries.auth(true, name, auth, auth));
        }
        YamlMapping settings = EntryReader.asMapping(host.get("tls"));
        if (settings != null) {
          tls.add(tls(name, settings));
        }
      }
    }
  }

  private static TlsEntry tls(Field<String> name, YamlMapping settings) {
    YamlNode identity = EntryReader.present(settings.get("clientIdentity"));
    YamlMapping pair = EntryReader.asMapping(identity);
    return new TlsEntry(
        true,
        name,
        identity,
        pair == null ? null : decoded(pair, "crt"),
        pair == null ? null : key(pair),
        decoded(settings, "ca"),
        EntryReader.flag(settings, "insecureSkipVerify"),
        settings);
  }

  /**
   * The bytes behind base64, as {@link ByteText} keeps them; null when unset or not base64. What
   * another tool fills in stays as it is.
   */
  private static @Nullable Field<String> decoded(YamlMapping mapping, String key) {
    Field<String> written = EntryReader.text(mapping, key);
    if (written != null && Placeholders.in(written.value())) {
      return written;
    }
    return written != null && GoBase64.decode(written.value()) instanceof GoBase64.Decoded decoded
        ? new Field<>(ByteText.of(decoded.bytes().toByteArray()), written.node())
        : null;
  }

  /** A redacted key stays as it is. */
  private static @Nullable Field<String> key(YamlMapping pair) {
    Field<String> written = EntryReader.text(pair, "key");
    return written != null && written.value().equals(TypeCheck.REDACTED)
        ? written
        : decoded(pair, "key");
  }

  /**
   * The entries go-yaml puts into a Go map: null keys are dropped, merged ones yield to written
   * ones.
   */
  static Map<String, YamlMapping.Entry> effective(@Nullable YamlMapping map) {
    Map<String, YamlMapping.Entry> found = new LinkedHashMap<>();
    if (map == null) {
      return found;
    }
    for (YamlMapping.Entry entry : map.entries()) {
      if (entry.key().resolved() instanceof YamlScalar key
          && key.kind() != ScalarKind.NULL
          && key.kind() != ScalarKind.MERGE) {
        found.put(Scalars.text(key), entry);
      }
    }
    YamlNode merged = map.get("<<");
    if (merged != null) {
      merge(merged.resolved(), found);
    }
    return found;
  }

  private static void merge(YamlNode merged, Map<String, YamlMapping.Entry> found) {
    List<YamlNode> sources =
        merged instanceof YamlSequence sequence ? sequence.items() : List.of(merged);
    for (YamlNode source : sources) {
      YamlMapping mapping = EntryReader.asMapping(source);
      if (mapping != null) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          String key = entry.keyText();
          if (key != null) {
            found.putIfAbsent(key, entry);
          }
        }
      }
    }
  }
}
