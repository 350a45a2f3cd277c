package dev.regwright.lint;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Target;
import dev.regwright.source.Span;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file as rules see it: the entries of all its documents and of {@code machine.registries}
 * together, in the order of the file. What a patch deletes is left out.
 */
public final class Subject {
  private final TalosFile file;
  private final Target target;
  private final Entries<MirrorEntry> mirrors =
      new Entries<>(MirrorEntry::nameText, MirrorEntry::legacy);
  private final Entries<AuthEntry> auths = new Entries<>(AuthEntry::nameText, AuthEntry::legacy);
  private final Entries<TlsEntry> tls = new Entries<>(TlsEntry::nameText, TlsEntry::legacy);
  private final Map<String, EndpointEntry> endpointHosts = new HashMap<>();
  private boolean imageCache;

  Subject(TalosFile file, Target target) {
    this.file = file;
    this.target = target;
    file.documents().forEach(this::collect);
    mirrors.settle();
    auths.settle();
    tls.settle();
    for (MirrorEntry mirror : mirrors.counting) {
      for (EndpointEntry endpoint : mirror.endpoints()) {
        EndpointUrl url = endpoint.parsed();
        if (url != null) {
          endpointHosts.putIfAbsent(url.host(), endpoint);
        }
      }
    }
  }

  private void collect(TalosDocument document) {
    if (document instanceof TalosDocument.Mirror m) {
      mirrors.add(m.entry());
    } else if (document instanceof TalosDocument.Auth a) {
      auths.add(a.entry());
    } else if (document instanceof TalosDocument.Tls t) {
      tls.add(t.entry());
    } else if (document instanceof TalosDocument.Other o && o.kind().equals("ImageCacheConfig")) {
      imageCache |= isOn(o.yaml().root(), "local", "enabled");
    } else if (document instanceof TalosDocument.Machine machine) {
      machine.mirrors().forEach(mirrors::add);
      machine.auths().forEach(auths::add);
      machine.tls().forEach(tls::add);
      imageCache |=
          isOn(machine.yaml().root(), "machine", "features", "imageCache", "localEnabled");
    }
  }

  private static @Nullable YamlNode at(@Nullable YamlNode root, String... path) {
    YamlNode node = root;
    for (String key : path) {
      node = node != null && node.resolved() instanceof YamlMapping m ? m.get(key) : null;
    }
    return node;
  }

  private static boolean isOn(@Nullable YamlNode root, String... path) {
    YamlNode node = at(root, path);
    return node != null
        && node.resolved() instanceof YamlScalar flag
        && flag.kind() == ScalarKind.BOOL
        && flag.text().equalsIgnoreCase("true");
  }

  /** The file's name as the user gave it. */
  public String path() {
    return file.source().name();
  }

  /** What the file is judged for. */
  public Target target() {
    return target;
  }

  /** Whether the file is a patch, which may legally hold what a configuration may not. */
  public boolean patch() {
    return file.patch();
  }

  /**
   * The mirrors that count, in the order of the file: all but the legacy ones a document replaces.
   */
  public List<MirrorEntry> mirrors() {
    return mirrors.counting;
  }

  /** The credentials that count, in the order of the file. */
  public List<AuthEntry> auths() {
    return auths.counting;
  }

  /** The TLS settings that count, in the order of the file. */
  public List<TlsEntry> tls() {
    return tls.counting;
  }

  /** All mirrors, those without effect included. */
  public List<MirrorEntry> allMirrors() {
    return mirrors.all;
  }

  /** All credentials, those without effect included. */
  public List<AuthEntry> allAuths() {
    return auths.all;
  }

  /** All TLS settings, those without effect included. */
  public List<TlsEntry> allTls() {
    return tls.all;
  }

  /** The mirror that counts for each name. */
  public Map<String, MirrorEntry> mirrorNames() {
    return mirrors.byName;
  }

  /** The credentials that count for each name. */
  public Map<String, AuthEntry> authNames() {
    return auths.byName;
  }

  /** The TLS settings that count for each name. */
  public Map<String, TlsEntry> tlsNames() {
    return tls.byName;
  }

  /**
   * The first endpoint that counts for each host (with its port, as written), which is what Talos
   * matches names with.
   */
  public Map<String, EndpointEntry> endpointHosts() {
    return endpointHosts;
  }

  /**
   * Whether the file switches on Talos's image cache, which is then the first endpoint of every
   * mirror and of all other registries.
   */
  public boolean imageCache() {
    return imageCache;
  }

  /** What a node makes of the file. */
  public EffectiveConfig effective() {
    return EffectiveConfig.of(file);
  }

  /** The entry at a path of keys in the machine configuration, or null when it is not there. */
  public YamlMapping.@Nullable Entry machineEntry(String... path) {
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Machine machine) {
        String[] above = Arrays.copyOf(path, path.length - 1);
        YamlNode parent = at(machine.yaml().root(), above);
        YamlMapping.Entry entry =
            parent != null && parent.resolved() instanceof YamlMapping m
                ? m.find(path[path.length - 1])
                : null;
        if (entry != null) {
          return entry;
        }
      }
    }
    return null;
  }

  /** Where a node stands. */
  public Span span(YamlNode node) {
    return file.span(node);
  }

  /** The entries of one sort. A document replaces the legacy entry of its name entirely. */
  private static final class Entries<E> {
    private final Function<E, String> name;
    private final Predicate<E> legacy;
    private final List<E> all = new ArrayList<>();
    private final Map<String, E> byName = new HashMap<>();
    private List<E> counting = all;

    Entries(Function<E, String> name, Predicate<E> legacy) {
      this.name = name;
      this.legacy = legacy;
    }

    void add(E entry) {
      all.add(entry);
      byName.merge(name.apply(entry), entry, (a, b) -> legacy.test(b) ? a : b);
    }

    /** To be called once all are there: documents may stand before or behind legacy entries. */
    void settle() {
      if (byName.size() < all.size()) {
        counting = all.stream().filter(this::counts).toList();
      }
    }

    private boolean counts(E entry) {
      E other = byName.get(name.apply(entry));
      return !legacy.test(entry) || other == null || legacy.test(other);
    }
  }
}
