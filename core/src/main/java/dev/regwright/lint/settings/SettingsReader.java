package dev.regwright.lint.settings;

import dev.regwright.lint.AllRules;
import dev.regwright.lint.Linter;
import dev.regwright.lint.policy.Policy;
import dev.regwright.lint.settings.LintSettings.PathIgnore;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlDocument;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlProblem;
import dev.regwright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings strictly: what it does not know may be a slip, and settings that silently do not
 * count are worse than none.
 */
public final class SettingsReader {
  /** What a settings file may say; {@code docs/regwright.schema.json} describes the same. */
  static final List<String> KEYS =
      List.of("talos", "containerd", "select", "ignore", "severity", "per-path-ignores", "policy");

  /** The severity that silences a rule. */
  static final String OFF = "off";

  private final SettingsNodes nodes;
  private final List<String> rules;

  private SettingsReader(SourceFile source) {
    this.nodes = new SettingsNodes(source);
    this.rules = new ArrayList<>(AllRules.ids());
    rules.remove(Linter.INTERNAL_ERROR.id()); // nobody can have meant to hide it
  }

  /** Reads the text of a settings file; an empty one says nothing. */
  public static LintSettings read(SourceFile source) throws SettingsException {
    YamlStream stream = YamlStream.read(source);
    for (YamlProblem problem : stream.problems()) {
      throw SettingsNodes.failure(source, problem.start(), problem.message());
    }
    List<YamlDocument> documents = stream.documents();
    if (documents.size() > 1) {
      throw SettingsNodes.failure(source, documents.get(1).start(), "settings are one document");
    }
    YamlNode root = documents.isEmpty() ? null : documents.get(0).root();
    return root == null || SettingsNodes.isNull(root)
        ? LintSettings.NONE
        : new SettingsReader(source).settings(root);
  }

  private LintSettings settings(YamlNode root) throws SettingsException {
    TalosVersion talos = null;
    ContainerdVersion containerd = null;
    Set<String> select = Set.of();
    Set<String> ignore = new HashSet<>();
    Map<String, Severity> severities = new HashMap<>();
    List<PathIgnore> paths = List.of();
    Policy policy = Policy.NONE;
    for (YamlMapping.Entry entry : nodes.entries("settings", root)) {
      YamlNode value = entry.value();
      switch (nodes.key(entry, KEYS)) {
        case "talos" -> talos = talos(value);
        case "containerd" -> containerd = containerd(value);
        case "select" -> select = rules("select", value);
        case "ignore" -> ignore.addAll(rules("ignore", value));
        case "severity" -> severities(value, severities, ignore);
        case "per-path-ignores" -> paths = paths(value);
        default -> policy = new PolicyReader(nodes).read(value);
      }
    }
    return new LintSettings(talos, containerd, select, ignore, severities, paths, policy);
  }

  private @Nullable TalosVersion talos(YamlNode value) throws SettingsException {
    String text = nodes.text("talos", value);
    TalosVersion version = TalosVersion.parse(text).orElse(null);
    if (version == null) {
      throw nodes.failure(value, "talos takes a version such as 1.13 or 1.13.4");
    }
    return version;
  }

  private ContainerdVersion containerd(YamlNode value) throws SettingsException {
    ContainerdVersion version =
        ContainerdVersion.parse(nodes.text("containerd", value)).orElse(null);
    if (version == null) {
      throw nodes.failure(value, "containerd takes a version such as 2.1");
    }
    return version;
  }

  private Set<String> rules(String key, YamlNode value) throws SettingsException {
    Set<String> ids = new HashSet<>();
    for (YamlNode item : nodes.items(key, value)) {
      ids.add(rule(item));
    }
    return ids;
  }

  private String rule(YamlNode node) throws SettingsException {
    String id = nodes.text("a rule", node);
    if (!rules.contains(id)) {
      throw nodes.unknown(node, "unknown rule", id, rules);
    }
    return id;
  }

  private void severities(YamlNode value, Map<String, Severity> severities, Set<String> ignore)
      throws SettingsException {
    for (YamlMapping.Entry entry : nodes.entries("severity", value)) {
      String rule = rule(entry.key());
      String word = nodes.text("severity", entry.value());
      switch (word) {
        case "error" -> severities.put(rule, Severity.ERROR);
        case "warning" -> severities.put(rule, Severity.WARNING);
        case "info" -> severities.put(rule, Severity.INFO);
        case OFF -> ignore.add(rule);
        default -> throw nodes.failure(entry.value(), "a severity is error, warning, info or off");
      }
    }
  }

  private List<PathIgnore> paths(YamlNode value) throws SettingsException {
    List<PathIgnore> paths = new ArrayList<>();
    for (YamlMapping.Entry entry : nodes.entries("per-path-ignores", value)) {
      String pattern = nodes.text("a path", entry.key());
      if (pattern.isEmpty()) {
        throw nodes.failure(entry.key(), "a path is empty");
      }
      paths.add(
          new PathIgnore(
              new PathPattern(pattern), rules("per-path-ignores." + pattern, entry.value())));
    }
    return paths;
  }
}
