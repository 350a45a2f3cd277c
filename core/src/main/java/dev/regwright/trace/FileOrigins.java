package dev.regwright.trace;

import dev.regwright.containerd.CriAuth;
import dev.regwright.containerd.CriFile;
import dev.regwright.containerd.CriHost;
import dev.regwright.containerd.CriRegistry;
import dev.regwright.containerd.HostEntry;
import dev.regwright.containerd.HostRole;
import dev.regwright.containerd.Resolution;
import dev.regwright.containerd.ResolvedHost;
import dev.regwright.containerd.Setting;
import dev.regwright.model.Auth;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Explains hosts by the hosts.toml they stand in, and credentials by containerd's own file. */
final class FileOrigins implements HostOrigins {
  private final @Nullable CriFile cri;

  FileOrigins(@Nullable CriFile cri) {
    this.cri = cri;
  }

  @Override
  public Cause cause(Resolution resolution, int index) {
    ResolvedHost host = resolution.hosts().get(index);
    HostEntry entry = host.from();
    if (resolution.directory() == null) {
      return new Cause("there is no directory for it, and no _default", null);
    }
    if (resolution.file() == null) {
      return new Cause(
          "its directory " + CriPuller.lastOf(resolution.directory()) + " has no hosts.toml", null);
    }
    Span start = Span.startOf(resolution.file().source().name());
    if (!resolution.file().decodes() || entry == null) {
      Span at = resolution.file().error() == null ? start : resolution.file().error().span();
      return new Cause("containerd drops its hosts.toml", at);
    }
    if (host.isUpstream()) {
      return new Cause("fallback: hosts.toml names no server", start);
    }
    Span at = resolution.file().span(entry.written().at());
    return entry.role() == HostRole.SERVER
        ? new Cause("server of hosts.toml", at)
        : new Cause("host " + (index + 1) + " of hosts.toml", at);
  }

  @Override
  public AuthUse auth(Resolution resolution, ResolvedHost host) {
    for (Map.Entry<String, List<String>> header : host.header().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Authorization") && !header.getValue().isEmpty()) {
        String value = header.getValue().get(0).strip().toLowerCase(Locale.ROOT);
        AuthKind kind = value.startsWith("basic ") ? AuthKind.BASIC : AuthKind.TOKEN;
        return new AuthUse(kind, at(resolution, host), null, sealed(header.getValue().get(0)));
      }
    }
    CriFile file = cri;
    CriRegistry registry = file == null ? null : file.registry().orElse(null);
    if (file != null && registry != null) {
      for (CriHost each : registry.configs()) {
        CriAuth auth = each.auth();
        if (auth != null && each.host().value().equals(host.host())) {
          return Credentials.ofCri(auth(each, auth), file.span(each.host().at()));
        }
      }
    }
    return AuthUse.NONE;
  }

  private static Sealed sealed(String header) {
    TreeMap<String, String> values = new TreeMap<>();
    values.put("Authorization header", header);
    return Sealed.of(values);
  }

  /** The credentials of containerd's own file. */
  List<Auth> auths() {
    List<Auth> auths = new ArrayList<>();
    CriFile file = cri;
    CriRegistry registry = file == null ? null : file.registry().orElse(null);
    if (registry != null) {
      for (CriHost each : registry.configs()) {
        CriAuth auth = each.auth();
        if (auth != null) {
          auths.add(auth(each, auth));
        }
      }
    }
    return auths;
  }

  private static Auth auth(CriHost host, CriAuth auth) {
    return new Auth(
        host.host().value(),
        value(auth.username()),
        value(auth.password()),
        value(auth.auth()),
        value(auth.identityToken()));
  }

  private static @Nullable String value(@Nullable Setting<String> setting) {
    return setting == null ? null : setting.value();
  }

  @Override
  public @Nullable Span tls(Resolution resolution, ResolvedHost host) {
    return at(resolution, host);
  }

  private static @Nullable Span at(Resolution resolution, ResolvedHost host) {
    if (resolution.file() == null || host.from() == null) {
      return null;
    }
    return resolution.file().span(host.from().written().at());
  }

  @Override
  public @Nullable String trouble() {
    return null;
  }
}
