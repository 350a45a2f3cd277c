package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.toml.TomlDialect;
import dev.regwright.toml.TomlFile;
import dev.regwright.toml.TomlHeader;
import dev.regwright.toml.TomlKey;
import dev.regwright.toml.TomlProblem;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one hosts.toml with the steps and in the order of one containerd version. */
final class HostsReader {
  private static final TextRange NOWHERE = new TextRange(0, 0);

  private final SourceFile source;
  private final Behaviour behaviour;
  private final String directory;
  private final HostsReport report;
  private final EntryReader entries;

  HostsReader(SourceFile source, String directory, Behaviour behaviour) {
    this.source = source;
    this.behaviour = behaviour;
    this.directory = directory;
    this.report = new HostsReport(source, HostsReport.DROPPED);
    this.entries = new EntryReader(report, behaviour, directory);
  }

  HostsFile read() {
    TomlFile file = TomlFile.read(source, behaviour.toml());
    HostFields root = HostFields.of(file.root(), behaviour, true);
    HostTypes types = new HostTypes(report, behaviour);
    Map<String, HostFields> tables = types.check(root);
    refuse(file, types.wrong());
    List<HostEntry> hosts = mirrors(HostOrder.of(file, behaviour), tables);
    hosts.add(server(root));
    new SilentParts(report, behaviour).check(file, root, tables, hosts);
    HostHabits habits = new HostHabits(report, behaviour, directory);
    Set<String> seen = new HashSet<>();
    hosts.stream()
        .filter(host -> host.role() == HostRole.SERVER || seen.add(host.written().value()))
        .forEach(habits::check);
    return new HostsFile(
        source, behaviour.version(), hosts, report.error(), report.findings(), report.secrets());
  }

  /** 1.x reads the whole file before it decodes any of it, 2.x goes statement by statement. */
  private void refuse(TomlFile file, List<Finding> wrongTypes) {
    List<Finding> problems = new ArrayList<>();
    if (!file.valid()) {
      SecretLines.of(source.text()).forEach(report::secret);
    }
    TomlFindings toml = new TomlFindings(source, behaviour);
    file.problems().stream()
        .filter(problem -> !isOverlooked(file, problem))
        .forEach(problem -> problems.add(toml.of(problem)));
    if (!behaviour.first()) {
      problems.addAll(wrongTypes);
      problems.sort(Comparator.comparing(Finding::span));
    }
    problems.forEach(report::drop);
    if (behaviour.first()) {
      checkHostTable(file);
      wrongTypes.forEach(report::drop);
    }
  }

  /** Before v2.4 go-toml skips the keys of tables that nobody decodes, even those written twice. */
  private boolean isOverlooked(TomlFile file, TomlProblem problem) {
    if (behaviour.toml() != TomlDialect.GO_TOML_2
        || problem.kind() != TomlProblem.Kind.DUPLICATE
        || source.text().startsWith("[", problem.start())) {
      return false;
    }
    List<TomlKey> table = List.of();
    for (TomlHeader header : file.headers()) {
      if (header.start() < problem.start()) {
        table = header.path();
      }
    }
    boolean inHost = !table.isEmpty() && HostKey.HOST.key().equalsIgnoreCase(table.get(0).text());
    int part = inHost ? 2 : 0;
    return table.size() > part && HostKey.of(table.get(part).text(), behaviour, !inHost).isEmpty();
  }

  private void checkHostTable(TomlFile file) {
    boolean missing = !(file.root().get(HostKey.HOST.key()) instanceof TomlTable);
    boolean readable = file.valid() && !source.text().isEmpty(); // an empty file is never parsed
    if (missing && readable && !behaviour.has(ContainerdChange.HOST_TABLE_OPTIONAL)) {
      boolean free = file.root().entry(HostKey.HOST.key()) == null;
      report.drop(
          HostFixes.with(
              ContainerdRules.NO_HOST_TABLE
                  .finding(
                      source.span(0, 0),
                      "containerd " + behaviour.version() + " wants a table named host")
                  .withHelp("add an empty line [host] below the other keys; every version takes it")
                  .withUpstream("invalid `host` tree"),
              free ? new HostFixes(source).hostTable() : null));
    }
  }

  /** A host named twice is read once. */
  private List<HostEntry> mirrors(List<Setting<String>> order, Map<String, HostFields> tables) {
    List<HostEntry> hosts = new ArrayList<>();
    Map<String, HostEntry> known = new HashMap<>();
    for (Setting<String> name : order) {
      HostEntry before = known.get(name.value());
      HostFields fields = tables.get(name.value());
      if (before != null) {
        hosts.add(before.at(name.at()));
      } else if (fields != null) {
        HostEntry host = entries.read(HostRole.MIRROR, name, fields);
        known.put(name.value(), host);
        hosts.add(host);
      }
    }
    return hosts;
  }

  private HostEntry server(HostFields root) {
    TomlValue value = root.value(HostKey.SERVER);
    Setting<String> written =
        value instanceof TomlScalar s
            ? new Setting<>(s.text(), HostsReport.range(s))
            : new Setting<>("", NOWHERE);
    return entries.read(HostRole.SERVER, written, root);
  }
}
