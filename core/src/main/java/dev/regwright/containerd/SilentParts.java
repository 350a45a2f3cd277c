package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.toml.TomlFile;
import dev.regwright.toml.TomlHeader;
import dev.regwright.toml.TomlKey;
import dev.regwright.toml.TomlTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what containerd takes without a word and does not do. */
final class SilentParts {
  private final HostsReport report;
  private final Behaviour behaviour;

  SilentParts(HostsReport report, Behaviour behaviour) {
    this.report = report;
    this.behaviour = behaviour;
  }

  void check(
      TomlFile file, HostFields root, Map<String, HostFields> tables, List<HostEntry> hosts) {
    Set<Integer> split = splitNames(file);
    ignoredKeys(root, split);
    tables.forEach((name, fields) -> ignoredKeys(fields, split));
    root.hosts().forEach(table -> ignoredHosts(table, hosts));
    Map<String, HostEntry> asked = new HashMap<>();
    for (HostEntry host : hosts) {
      HostEntry before = host.role() == HostRole.MIRROR ? asked.get(host.written().value()) : null;
      if (before == null) {
        asked.put(host.written().value(), host);
        new HostChecks(report, behaviour).check(host);
      } else {
        report.add(repeated(before, host));
      }
    }
  }

  private Finding repeated(HostEntry before, HostEntry host) {
    return ContainerdRules.REPEATED_HOST
        .finding(
            report.span(host.written().at()),
            "containerd asks this host a second time, because another host stands between its"
                + " tables")
        .withHelp("move this table up to the other table of the host")
        .withRelated(report.span(before.written().at()), "first asked here");
  }

  /** An unquoted name with dots is a host and a table inside it. */
  private Set<Integer> splitNames(TomlFile file) {
    Set<Integer> seen = new HashSet<>();
    for (TomlHeader header : file.headers()) {
      if (header.path().size() < 3 || !header.path().get(0).text().equals(HostKey.HOST.key())) {
        continue;
      }
      TomlKey host = header.path().get(1);
      TomlKey rest = header.path().get(2);
      boolean bare = host.end() - host.start() == host.text().length();
      boolean setting =
          HostAdvice.isKey(rest.text())
              || HostAdvice.ignoredKey(rest.text(), behaviour, false) != null;
      if (bare && !setting && rest.start() == host.end() + 1) {
        seen.add(rest.start());
        report.add(
            ContainerdRules.BROKEN_HOST,
            new TextRange(host.start(), header.path().get(header.path().size() - 1).end()),
            "the dots split this name: containerd asks https://"
                + host.text()
                + " and ignores the keys below",
            "put quotes around it: [host.\"https://…\"]");
      }
    }
    return seen;
  }

  private void ignoredKeys(HostFields fields, Set<Integer> explained) {
    for (TomlTable.Entry entry : fields.ignored()) {
      TomlKey key = entry.key();
      if (explained.contains(key.start())) {
        continue;
      }
      String help = HostAdvice.ignoredKey(key.text(), behaviour, fields.root());
      boolean timeout = key.text().equals(HostKey.DIAL_TIMEOUT.key());
      Finding finding =
          ContainerdRules.IGNORED_KEY
              .finding(
                  report.span(HostsReport.range(key)),
                  "containerd " + behaviour.version() + " ignores this key")
              .withHelp(timeout ? "containerd knows dial_timeout since 2.0.7 and 2.1" : help);
      report.add(HostFixes.with(finding, timeout ? null : renaming(entry, fields)));
      if (SecretNames.isSecret(key.text())) {
        report.secret(HostsReport.range(entry.value()));
      }
    }
    if (fields.value(HostKey.HEADER) instanceof TomlTable header) {
      swallowedKeys(header);
    }
  }

  /** Of a table the name may stand in several places, and be taken. */
  private @Nullable Fix renaming(TomlTable.Entry entry, HostFields fields) {
    String meant = HostAdvice.meantKey(entry.key().text(), behaviour, fields.root());
    boolean table = entry.value() instanceof TomlTable;
    return meant != null && !table && fields.table().entry(meant) == null
        ? HostFixes.key(HostsReport.range(entry.key()), meant)
        : null;
  }

  /** A key that follows the header of a table belongs to that table. */
  private void swallowedKeys(TomlTable header) {
    for (TomlTable.Entry entry : header.entries()) {
      String name = entry.key().text();
      boolean setting = HostAdvice.isKey(name) && !name.equals(HostKey.HOST.key());
      if (setting && header.origin() != TomlTable.Origin.INLINE) {
        report.add(
            ContainerdRules.IGNORED_KEY,
            HostsReport.range(entry.key()),
            "containerd sends this as an HTTP header, because it stands in the table header",
            "move it above the header of that table");
      }
    }
  }

  private void ignoredHosts(TomlTable table, List<HostEntry> hosts) {
    Set<String> asked = new HashSet<>();
    hosts.stream()
        .filter(host -> host.role() == HostRole.MIRROR)
        .forEach(host -> asked.add(host.written().value()));
    for (TomlTable.Entry entry : table.entries()) {
      if (entry.value() instanceof TomlTable && !asked.contains(entry.key().text())) {
        report.add(
            ContainerdRules.IGNORED_HOST,
            HostsReport.range(entry.key()),
            "containerd " + behaviour.version() + " never asks this host",
            ignoredHostHelp(entry.key()));
      }
    }
  }

  private String ignoredHostHelp(TomlKey key) {
    if (key.text().isEmpty()) {
      return "give it a name: [host.\"https://…\"]";
    }
    return behaviour.has(ContainerdChange.GO_TOML_2)
        ? "containerd 2.x takes hosts from headers only: [host.\"https://…\"]"
        : "write host in lower case";
  }
}
