package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;
import dev.regwright.source.SourceFile;
import dev.regwright.toml.TomlFile;
import dev.regwright.toml.TomlProblem;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;

/** Reads the registry settings of a containerd configuration. */
final class CriReader {
  private static final String PLUGINS = "plugins";
  private static final String REGISTRY = "registry";
  private static final String VERSION = "version";

  private final SourceFile source;
  private final Behaviour behaviour;
  private final CriRole role;
  private final HostsReport report;

  CriReader(SourceFile source, Behaviour behaviour, CriRole role) {
    this.source = source;
    this.behaviour = behaviour;
    this.role = role;
    this.report = new HostsReport(source, "");
  }

  CriFile read() {
    TomlFile file = TomlFile.read(source, behaviour.toml());
    refuse(file);
    long configVersion = configVersion(file.root());
    List<CriRegistry> registries = new ArrayList<>();
    if (file.root().get(PLUGINS) instanceof TomlTable plugins) {
      for (CriSection section : CriSection.values()) {
        TomlTable.Entry entry = plugins.entry(section.id());
        if (entry != null) {
          section(section, entry, section.isRead(behaviour, role, configVersion), registries);
        }
      }
    }
    return new CriFile(
        source, behaviour.version(), role, registries, report.findings(), report.secrets());
  }

  /** containerd stops at the first problem, and says in which file. */
  private void refuse(TomlFile file) {
    if (!file.valid()) {
      SecretLines.of(source.text()).forEach(report::secret);
    }
    TomlFindings toml = new TomlFindings(source, behaviour);
    String consequence = "containerd does not start with this file: ";
    for (TomlProblem problem : file.problems()) {
      report.drop(HostsReport.with(consequence, toml.of(problem)));
      consequence = "";
    }
  }

  private void section(
      CriSection section, TomlTable.Entry entry, boolean read, List<CriRegistry> registries) {
    if (!(entry.value() instanceof TomlTable settings)
        || !(settings.get(REGISTRY) instanceof TomlTable table)) {
      return;
    }
    TextRange at = HostsReport.range(entry.key());
    CriRegistry registry = new CriRegistryReader(report, behaviour, read).read(section, at, table);
    registries.add(registry);
    if (read) {
      new CriChecks(report, behaviour).check(registry, table, settings);
    } else {
      wrongSection(section, at);
    }
  }

  private void wrongSection(CriSection section, TextRange at) {
    CriSection right = CriSection.newest(behaviour);
    boolean older = section == CriSection.GRPC && right == CriSection.GRPC;
    String help =
        older
            ? "begin the file with version = 2"
            : "containerd "
                + behaviour.version()
                + " reads them from [plugins.\""
                + right.id()
                + "\".registry]";
    report.add(
        ContainerdRules.CRI_SECTION
            .finding(
                report.span(at),
                "containerd "
                    + behaviour.version()
                    + " ignores the registry settings of this section and pulls from the upstream")
            .withHelp(help)
            .withUpstream(behaviour.first() ? null : "Ignoring unknown key in TOML for plugin"));
  }

  /** The version of the file, 1 when it has none; one that is too new stops containerd. */
  private long configVersion(TomlTable root) {
    if (!(root.get(VERSION) instanceof TomlScalar scalar)
        || !(scalar.value() instanceof Long version)) {
      return 1;
    }
    long newest = newestVersion();
    if (version > newest && role == CriRole.MAIN) {
      report.drop(
          ContainerdRules.CRI_VERSION
              .finding(
                  report.span(HostsReport.range(scalar)),
                  "containerd "
                      + behaviour.version()
                      + " does not start with this file: it knows versions up to "
                      + newest)
              .withHelp("write version = " + newest)
              .withUpstream(
                  behaviour.first()
                      ? "unsupported config version `" + version + "`"
                      : "expected containerd config version equal to or less than `"
                          + newest
                          + "`, got `"
                          + version
                          + "`"));
    }
    return version;
  }

  private long newestVersion() {
    if (behaviour.first()) {
      return 2;
    }
    return behaviour.has(ContainerdChange.CONFIG_VERSION_4) ? 4 : 3;
  }
}
