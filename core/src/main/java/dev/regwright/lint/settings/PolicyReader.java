package dev.regwright.lint.settings;

import dev.regwright.lint.policy.HostPattern;
import dev.regwright.lint.policy.Policy;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the part of the settings that makes demands. */
final class PolicyReader {
  static final List<String> KEYS =
      List.of(
          "air-gapped",
          "no-http",
          "no-skip-verify",
          "allowed-endpoints",
          "require-fallback",
          "required-registries");

  private final SettingsNodes nodes;

  PolicyReader(SettingsNodes nodes) {
    this.nodes = nodes;
  }

  Policy read(YamlNode value) throws SettingsException {
    boolean airGapped = false;
    boolean noHttp = false;
    boolean noSkipVerify = false;
    boolean requireFallback = false;
    List<HostPattern> allowed = List.of();
    List<String> required = List.of();
    for (YamlMapping.Entry entry : nodes.entries("policy", value)) {
      String key = nodes.key(entry, KEYS);
      switch (key) {
        case "air-gapped" -> airGapped = nodes.flag(key, entry.value());
        case "no-http" -> noHttp = nodes.flag(key, entry.value());
        case "no-skip-verify" -> noSkipVerify = nodes.flag(key, entry.value());
        case "require-fallback" -> requireFallback = nodes.flag(key, entry.value());
        case "allowed-endpoints" -> allowed = hosts(key, entry.value());
        default -> required = registries(key, entry.value());
      }
    }
    if (airGapped && requireFallback) {
      throw nodes.failure(value, "air-gapped and require-fallback demand opposites");
    }
    return new Policy(airGapped, noHttp, noSkipVerify, allowed, requireFallback, required);
  }

  private List<HostPattern> hosts(String key, YamlNode value) throws SettingsException {
    List<HostPattern> hosts = new ArrayList<>();
    for (YamlNode item : nodes.items(key, value)) {
      String text = nodes.text("a host", item);
      if (text.isEmpty() || text.indexOf('/') >= 0 || text.indexOf('@') >= 0) {
        throw nodes.failure(
            item, key + " takes hosts such as registry.example.org:5000 or *.example.org");
      }
      hosts.add(new HostPattern(text));
    }
    if (hosts.isEmpty()) {
      throw nodes.failure(value, key + " is empty; leave it out to allow any host");
    }
    return hosts;
  }

  private List<String> registries(String key, YamlNode value) throws SettingsException {
    List<String> names = new ArrayList<>();
    for (YamlNode item : nodes.items(key, value)) {
      String text = nodes.text("a registry", item);
      if (text.isEmpty() || text.indexOf('/') >= 0 || text.indexOf('@') >= 0) {
        throw nodes.failure(item, key + " takes names such as docker.io or registry.local:5000");
      }
      names.add(text);
    }
    return names;
  }
}
