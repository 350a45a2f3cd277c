package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosMode;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Talos misses in a configuration that is meant to be complete. Asked for by naming a mode;
 * parts and patches never are complete.
 */
final class Completeness {
  private Completeness() {}

  /** What is missing in the v1alpha1 document, in Talos's order. */
  static List<Finding> ofMachine(TalosFile file, TalosDocument.Machine document, TalosMode mode) {
    YamlMapping root = EntryReader.asMapping(document.yaml().root());
    List<Finding> missing = new ArrayList<>();
    if (root == null) {
      return missing;
    }
    YamlMapping machine = EntryReader.asMapping(root.get("machine"));
    if (machine == null) {
      missing.add(missing(file, root, "machine instructions are required"));
      return missing;
    }
    if (EntryReader.asMapping(root.get("cluster")) == null) {
      missing.add(missing(file, root, "cluster instructions are required"));
    }
    boolean installs = TalosChange.INSTALL_OPTIONAL.in(file.version()) || mode != TalosMode.METAL;
    if (!installs && EntryReader.asMapping(machine.get("install")) == null) {
      missing.add(missing(file, root, "install instructions are required in \"metal\" mode"));
    }
    if (!hasIssuer(machine)) {
      missing.add(
          missing(
              file,
              root,
              "issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)"));
    }
    if (mode == TalosMode.CONTAINER && !TalosChange.HOST_DNS_DOCUMENT.in(file.version())) {
      missing.addAll(hostDns(file, root, machine));
    }
    return missing;
  }

  private static boolean hasIssuer(YamlMapping machine) {
    YamlMapping ca = EntryReader.asMapping(machine.get("ca"));
    return ca != null || EntryReader.present(machine.get("acceptedCAs")) != null;
  }

  private static List<Finding> hostDns(TalosFile file, YamlMapping root, YamlMapping machine) {
    List<Finding> missing = new ArrayList<>();
    if (!hostDnsFlag(machine, "enabled")) {
      missing.add(
          missing(
              file,
              root,
              "feature HostDNS should be enabled in container mode (.machine.features.hostDNS.enabled)"));
    }
    if (!hostDnsFlag(machine, "forwardKubeDNSToHost")) {
      missing.add(
          missing(
              file,
              root,
              "feature HostDNS should forward kube-dns to host in container mode"
                  + " (.machine.features.hostDNS.forwardKubeDNSToHost)"));
    }
    return missing;
  }

  private static boolean hostDnsFlag(@Nullable YamlMapping machine, String flag) {
    YamlMapping features = machine == null ? null : EntryReader.asMapping(machine.get("features"));
    YamlMapping dns = features == null ? null : EntryReader.asMapping(features.get("hostDNS"));
    Field<Boolean> value = dns == null ? null : EntryReader.flag(dns, flag);
    return value != null && value.value();
  }

  /** What is missing in the configuration as a whole. */
  static List<Finding> ofAll(TalosFile file, TalosMode mode) {
    if (mode != TalosMode.CONTAINER || !TalosChange.HOST_DNS_DOCUMENT.in(file.version())) {
      return List.of();
    }
    for (TalosDocument document : file.documents()) {
      YamlMapping root = EntryReader.asMapping(document.yaml().root());
      YamlMapping machine = root == null ? null : EntryReader.asMapping(root.get("machine"));
      if (hostDnsFlag(machine, "enabled")) {
        return List.of();
      }
    }
    return file.documents().isEmpty()
        ? List.of()
        : List.of(
            missing(
                file,
                file.documents().get(0).yaml().root(),
                "hostDNS config is required in container mode"));
  }

  private static Finding missing(TalosFile file, @Nullable YamlNode at, String upstream) {
    var span = at == null ? Span.startOf(file.source().name()) : file.span(at);
    return LoadRules.INCOMPLETE_CONFIG
        .finding(span, "talosctl validate refuses the configuration: " + upstream)
        .withHelp("a part or a patch is linted without --mode")
        .withUpstream(upstream);
  }
}
