package dev.regwright.containerd;

import dev.regwright.source.DidYouMean;
import dev.regwright.toml.TomlArray;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code registry} of a plugin section. */
final class CriRegistryReader {
  private static final Set<String> KEYS =
      Set.of("config_path", "mirrors", "configs", "auths", "headers");
  private static final Set<String> AUTH_KEYS =
      Set.of("username", "password", "auth", "identitytoken");
  private static final Set<String> TLS_KEYS =
      Set.of("ca_file", "cert_file", "key_file", "insecure_skip_verify");

  private final HostsReport report;
  private final Behaviour behaviour;
  private final boolean isRead;

  /**
   * A reader for one section.
   *
   * @param isRead whether containerd looks at the section; if not, nothing in it is wrong
   */
  CriRegistryReader(HostsReport report, Behaviour behaviour, boolean isRead) {
    this.report = report;
    this.behaviour = behaviour;
    this.isRead = isRead;
  }

  CriRegistry read(CriSection section, TextRange at, TomlTable table) {
    unknownKeys(table, KEYS);
    secretHeaders(table.get("headers"));
    return new CriRegistry(
        section,
        at,
        isRead,
        text(table, "config_path"),
        mirrors(table.get("mirrors")),
        configs(table.get("configs")),
        auths(table.get("auths")));
  }

  private void unknownKeys(TomlTable table, Set<String> known) {
    if (!isRead) {
      return;
    }
    for (TomlTable.Entry entry : table.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        report.add(
            ContainerdRules.CRI_IGNORED_KEY
                .finding(
                    report.span(HostsReport.range(entry.key())),
                    "the CRI plugin of containerd " + behaviour.version() + " ignores this key")
                .withHelp(
                    DidYouMean.closest(key, known).map(k -> "did you mean " + k + "?").orElse(null))
                .withUpstream(
                    behaviour.first() ? null : "Ignoring unknown key in TOML for plugin"));
      }
    }
  }

  private List<CriMirror> mirrors(@Nullable TomlValue value) {
    List<CriMirror> mirrors = new ArrayList<>();
    for (TomlTable.Entry entry : entries(value)) {
      if (entry.value() instanceof TomlTable table) {
        mirrors.add(new CriMirror(name(entry), endpoints(table)));
      } else {
        wrongType(entry.value(), "a mirror must be a table with a list named endpoint");
      }
    }
    return mirrors;
  }

  private List<Setting<String>> endpoints(TomlTable table) {
    List<Setting<String>> endpoints = new ArrayList<>();
    TomlValue value = table.get("endpoint");
    if (value instanceof TomlArray array) {
      for (TomlValue item : array.items()) {
        Setting<String> url = EntryReader.text(item);
        if (url == null) {
          wrongType(item, "an endpoint must be a string");
        } else {
          secretUrl(url);
          endpoints.add(url);
        }
      }
    } else if (value != null) {
      wrongType(value, "endpoint must be a list of strings");
    }
    return endpoints;
  }

  private List<CriHost> configs(@Nullable TomlValue value) {
    List<CriHost> hosts = new ArrayList<>();
    for (TomlTable.Entry entry : entries(value)) {
      if (!(entry.value() instanceof TomlTable table)) {
        wrongType(entry.value(), "the settings of a host must be a table");
        continue;
      }
      unknownKeys(table, behaviour.first() ? Set.of("auth", "tls") : Set.of("auth"));
      CriAuth auth = table.get("auth") instanceof TomlTable a ? auth(a) : null;
      CriTls tls = table.get("tls") instanceof TomlTable t ? tls(t) : null;
      hosts.add(new CriHost(name(entry), auth, tls));
    }
    return hosts;
  }

  private List<CriHost> auths(@Nullable TomlValue value) {
    List<CriHost> hosts = new ArrayList<>();
    for (TomlTable.Entry entry : entries(value)) {
      if (entry.value() instanceof TomlTable table) {
        hosts.add(new CriHost(name(entry), auth(table), null));
      } else {
        wrongType(entry.value(), "credentials must be a table");
      }
    }
    return hosts;
  }

  private CriAuth auth(TomlTable table) {
    unknownKeys(table, AUTH_KEYS);
    return new CriAuth(
        text(table, "username"),
        secret(table, "password"),
        secret(table, "auth"),
        secret(table, "identitytoken"));
  }

  private CriTls tls(TomlTable table) {
    if (behaviour.first()) { // later versions ignore the whole table
      unknownKeys(table, TLS_KEYS);
    }
    TomlValue skip = table.get("insecure_skip_verify");
    Setting<Boolean> flag =
        skip instanceof TomlScalar s && s.value() instanceof Boolean b
            ? new Setting<>(b, HostsReport.range(s))
            : null;
    if (skip != null && flag == null) {
      wrongType(skip, "insecure_skip_verify must be true or false");
    }
    return new CriTls(
        text(table, "ca_file"), text(table, "cert_file"), text(table, "key_file"), flag);
  }

  private @Nullable Setting<String> secret(TomlTable table, String key) {
    TomlValue value = table.get(key);
    if (value != null) {
      report.secret(HostsReport.range(value));
    }
    return text(table, key);
  }

  private void secretHeaders(@Nullable TomlValue value) {
    for (TomlTable.Entry entry : entries(value)) {
      if (SecretNames.isSecret(entry.key().text())) {
        report.secret(HostsReport.range(entry.value()));
      }
    }
  }

  private void secretUrl(Setting<String> url) {
    if (url.value().indexOf('@') >= 0) {
      report.secret(url.at());
    }
  }

  private @Nullable Setting<String> text(TomlTable table, String key) {
    TomlValue value = table.get(key);
    Setting<String> text = value == null ? null : EntryReader.text(value);
    if (value != null && text == null) {
      wrongType(value, key + " must be a string");
    }
    return text;
  }

  private Setting<String> name(TomlTable.Entry entry) {
    Setting<String> name = new Setting<>(entry.key().text(), HostsReport.range(entry.key()));
    secretUrl(name);
    return name;
  }

  private Iterable<TomlTable.Entry> entries(@Nullable TomlValue value) {
    if (value != null && !(value instanceof TomlTable)) {
      wrongType(value, "this must be a table");
    }
    return value instanceof TomlTable table ? table.entries() : List.of();
  }

  private void wrongType(TomlValue value, String message) {
    if (isRead) {
      report.drop(
          ContainerdRules.WRONG_TYPE.finding(
              report.span(HostsReport.range(value)), "the CRI plugin does not start: " + message));
    }
  }
}
