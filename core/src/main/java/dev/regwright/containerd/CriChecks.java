package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.toml.TomlKey;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import org.jspecify.annotations.Nullable;

/** The checks the CRI plugin makes when it starts, and what it silently does. */
final class CriChecks {
  private static final long DEFAULT_DOWNLOADS = 3;

  private final HostsReport report;
  private final Behaviour behaviour;

  CriChecks(HostsReport report, Behaviour behaviour) {
    this.report = report;
    this.behaviour = behaviour;
  }

  void check(CriRegistry registry, TomlTable table, TomlTable settings) {
    Setting<String> path = registry.configPath();
    boolean usesPath = path != null && !path.value().isEmpty();
    TomlKey mirrors = key(table, "mirrors");
    if (mirrors != null && !registry.mirrors().isEmpty()) {
      if (usesPath || defaultPathClashes(path)) {
        report.drop(
            both(
                HostsReport.range(mirrors),
                path,
                "mirrors",
                "move the mirrors to hosts.toml files"));
      } else {
        deprecated(mirrors, "mirrors", "config_path");
      }
    }
    TomlKey auths = key(table, "auths");
    if (auths != null && !registry.auths().isEmpty()) {
      deprecated(auths, "auths", "ImagePullSecrets");
    }
    registry.configs().forEach(this::credentialHost);
    if (behaviour.first() && usesPath) {
      tlsWithPath(registry, path);
    }
    if (path != null && registry.configPaths().size() > 1) {
      severalPaths(path, registry, settings);
    }
  }

  /** containerd 2.2.0 and 2.2.1 fill in config_path before they look for mirrors. */
  private boolean defaultPathClashes(@Nullable Setting<String> path) {
    boolean affected =
        behaviour.version().major() == 2
            && behaviour.version().minor() == 2
            && behaviour.version().patch() < 2;
    return affected && path == null;
  }

  private Finding both(TextRange at, @Nullable Setting<String> path, String what, String help) {
    Finding finding =
        ContainerdRules.CRI_MIRRORS_AND_PATH
            .finding(
                report.span(at),
                "the CRI plugin does not start with " + what + " beside config_path")
            .withHelp(help)
            .withUpstream(
                (behaviour.first() ? "invalid plugin config: " : "invalid cri image config: ")
                    + "`"
                    + what
                    + "` cannot be set when `config_path` is provided");
    return path == null
        ? finding
        : finding.withRelated(report.span(path.at()), "config_path is set here");
  }

  private void tlsWithPath(CriRegistry registry, @Nullable Setting<String> path) {
    for (CriHost host : registry.configs()) {
      if (host.tls() != null) {
        TextRange at = host.host().at();
        report.drop(both(at, path, "configs.tls", "move the TLS settings to hosts.toml files"));
        return;
      }
    }
  }

  /** Credentials are found by the host of the request ({@code authorizer.go}). */
  private void credentialHost(CriHost host) {
    String name = host.host().value();
    boolean hub = name.equals("docker.io") || name.equals("index.docker.io");
    boolean url = name.indexOf('/') >= 0;
    if (host.auth() == null || !(hub || url) || Placeholders.in(name)) {
      return;
    }
    report.add(
        ContainerdRules.CRI_CREDENTIAL_HOST
            .finding(
                report.span(host.host().at()),
                hub
                    ? "containerd never uses these credentials: images of docker.io come from the"
                        + " host registry-1.docker.io"
                    : "containerd never uses these credentials: it looks for them by host and"
                        + " port alone")
            .withHelp(hub ? "write registry-1.docker.io" : "write host[:port] without the rest"));
  }

  private void deprecated(TomlKey key, String what, String instead) {
    report.add(
        ContainerdRules.CRI_DEPRECATED
            .finding(
                report.span(HostsReport.range(key)),
                "containerd will drop " + what + " in a future version")
            .withHelp("use " + instead)
            .withUpstream("`" + what + "` is deprecated, please use `" + instead + "` instead"));
  }

  private void severalPaths(Setting<String> path, CriRegistry registry, TomlTable settings) {
    if (!behaviour.has(ContainerdChange.TRANSFER_SERVICE) || pullsLocally(registry, settings)) {
      return;
    }
    report.add(
        ContainerdRules.CRI_PATH_LIST
            .finding(
                report.span(path.at()),
                "containerd "
                    + behaviour.version()
                    + " takes this for the name of one directory, finds nothing there and pulls"
                    + " from the upstream")
            .withHelp("name one directory, or set use_local_image_pull = true"));
  }

  /** What makes containerd pull without the transfer service, as far as this section says it. */
  private static boolean pullsLocally(CriRegistry registry, TomlTable settings) {
    return !registry.mirrors().isEmpty()
        || !registry.configs().isEmpty()
        || !registry.auths().isEmpty()
        || is(settings, "use_local_image_pull", true)
        || is(settings, "discard_unpacked_layers", true)
        || is(settings, "image_pull_with_sync_fs", true)
        || is(settings, "disable_snapshot_annotations", false)
        || (settings.get("max_concurrent_downloads") instanceof TomlScalar s
            && !s.value().equals(DEFAULT_DOWNLOADS));
  }

  private static boolean is(TomlTable table, String key, boolean wanted) {
    return table.get(key) instanceof TomlScalar s && s.value().equals(wanted);
  }

  private static @Nullable TomlKey key(TomlTable table, String key) {
    TomlTable.Entry entry = table.entry(key);
    return entry == null ? null : entry.key();
  }
}
