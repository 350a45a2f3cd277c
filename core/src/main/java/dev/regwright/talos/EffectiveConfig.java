package dev.regwright.talos;

import dev.regwright.model.RegistryConfig;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a node makes of its configuration ({@code pkg/machinery/config/container}), and where each
 * part of it stands: it begins with {@code machine.registries}, and each document replaces the
 * whole entry of its name. Mirrors, credentials and TLS settings are replaced each for themselves,
 * so that an empty document erases what the machine configuration says.
 */
public final class EffectiveConfig {
  private final RegistryConfig config;
  private final Map<String, Origin<MirrorEntry>> mirrors;
  private final Map<String, Origin<AuthEntry>> auths;
  private final Map<String, Origin<TlsEntry>> tls;

  private EffectiveConfig(Builder builder) {
    this.mirrors = builder.mirrors;
    this.auths = builder.auths;
    this.tls = builder.tls;
    this.config =
        new RegistryConfig(
            values(mirrors, EntryValues::mirror),
            values(auths, EntryValues::auth),
            values(tls, EntryValues::tls));
  }

  private static <E, V> Map<String, V> values(
      Map<String, Origin<E>> origins, Function<E, V> value) {
    Map<String, V> values = new LinkedHashMap<>();
    origins.forEach((name, origin) -> values.put(name, value.apply(origin.entry())));
    return values;
  }

  /** The configuration that is in one file. */
  public static EffectiveConfig of(TalosFile file) {
    return of(List.of(file));
  }

  /**
   * The configuration that is in several files together. Talos itself takes one file; of two
   * documents of one name the last counts, as if the later file had been applied later.
   */
  public static EffectiveConfig of(List<TalosFile> files) {
    var builder = new Builder();
    for (TalosFile file : files) {
      for (TalosDocument document : file.documents()) {
        if (document instanceof TalosDocument.Machine machine) {
          builder.addLegacy(file, machine);
        }
      }
    }
    for (TalosFile file : files) {
      for (TalosDocument document : file.documents()) {
        builder.addDocument(file, document);
      }
    }
    return new EffectiveConfig(builder);
  }

  /** The values. */
  public RegistryConfig config() {
    return config;
  }

  /** Where the mirror of a registry comes from; null when there is none. */
  public @Nullable Origin<MirrorEntry> mirror(String name) {
    return mirrors.get(name);
  }

  /** Where the credentials for a host come from; null when there are none. */
  public @Nullable Origin<AuthEntry> auth(String host) {
    return auths.get(host);
  }

  /** Where the TLS settings for a host come from; null when there are none. */
  public @Nullable Origin<TlsEntry> tls(String host) {
    return tls.get(host);
  }

  /** Where one endpoint of a mirror stands, counted from 0; null when there is no such endpoint. */
  public @Nullable Span endpoint(String mirror, int index) {
    Origin<MirrorEntry> origin = mirrors.get(mirror);
    if (origin == null || index < 0 || index >= origin.entry().endpoints().size()) {
      return null;
    }
    EndpointEntry endpoint = origin.entry().endpoints().get(index);
    return origin.file().span(endpoint.url() == null ? endpoint.node() : endpoint.url().node());
  }

  @Override
  public String toString() {
    return config.toString();
  }

  /**
   * An entry and the file it stands in. Nodes of the entry have their places in that file, or in
   * the patch they came from.
   *
   * @param at the node of the entry's name, or of the entry when it has none
   */
  public record Origin<E>(TalosFile file, E entry, YamlNode at) {
    /** Where the entry's name stands, or its first line when it has none. */
    public Span name() {
      return file.span(at);
    }

    @Override
    public String toString() {
      return name().toString();
    }
  }

  private static final class Builder {
    private final Map<String, Origin<MirrorEntry>> mirrors = new LinkedHashMap<>();
    private final Map<String, Origin<AuthEntry>> auths = new LinkedHashMap<>();
    private final Map<String, Origin<TlsEntry>> tls = new LinkedHashMap<>();

    void addLegacy(TalosFile file, TalosDocument.Machine machine) {
      machine.mirrors().forEach(entry -> add(file, entry));
      machine.auths().forEach(entry -> add(file, entry));
      machine.tls().forEach(entry -> add(file, entry));
    }

    void addDocument(TalosFile file, TalosDocument document) {
      if (document instanceof TalosDocument.Mirror m) {
        add(file, m.entry());
      } else if (document instanceof TalosDocument.Auth a) {
        add(file, a.entry());
      } else if (document instanceof TalosDocument.Tls t) {
        add(file, t.entry());
      }
    }

    private void add(TalosFile file, MirrorEntry entry) {
      YamlNode name = entry.name() == null ? entry.node() : entry.name().node();
      mirrors.put(entry.nameText(), new Origin<>(file, entry, name));
    }

    private void add(TalosFile file, AuthEntry entry) {
      YamlNode name = entry.name() == null ? entry.node() : entry.name().node();
      auths.put(entry.nameText(), new Origin<>(file, entry, name));
    }

    private void add(TalosFile file, TlsEntry entry) {
      YamlNode name = entry.name() == null ? entry.node() : entry.name().node();
      tls.put(entry.nameText(), new Origin<>(file, entry, name));
    }
  }
}
