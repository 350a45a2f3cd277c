package dev.regwright.lint;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Target;
import dev.regwright.source.Span;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.MirrorEntry;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TlsEntry;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as rules see it: the entries of all its documents and of {@code machine.registries}
 * together, in the order of the file.
 */
public final class Subject {
  private final TalosFile file;
  private final Target target;
  private final List<MirrorEntry> mirrors = new ArrayList<>();
  private final List<AuthEntry> auths = new ArrayList<>();
  private final List<TlsEntry> tls = new ArrayList<>();
  private final Map<String, EndpointEntry> endpointHosts = new HashMap<>();
  private final Map<String, MirrorEntry> mirrorNames = new HashMap<>();

  Subject(TalosFile file, Target target) {
    this.file = file;
    this.target = target;
    for (TalosDocument document : file.documents()) {
      collect(document);
    }
    for (MirrorEntry mirror : mirrors) {
      mirrorNames.merge(mirror.nameText(), mirror, (a, b) -> b.legacy() ? a : b);
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
    } else if (document instanceof TalosDocument.Machine machine) {
      mirrors.addAll(machine.mirrors());
      auths.addAll(machine.auths());
      tls.addAll(machine.tls());
    }
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

  /** All mirrors, in the order of the file. */
  public List<MirrorEntry> mirrors() {
    return mirrors;
  }

  /** All credentials, in the order of the file. */
  public List<AuthEntry> auths() {
    return auths;
  }

  /** All TLS settings, in the order of the file. */
  public List<TlsEntry> tls() {
    return tls;
  }

  /**
   * The first endpoint for each host (with its port, as written), which is what Talos matches names
   * with.
   */
  public Map<String, EndpointEntry> endpointHosts() {
    return endpointHosts;
  }

  /** The mirror that counts for each name: a document shadows a legacy entry. */
  public Map<String, MirrorEntry> mirrorNames() {
    return mirrorNames;
  }

  /** Where a node stands. */
  public Span span(YamlNode node) {
    return file.span(node);
  }
}
