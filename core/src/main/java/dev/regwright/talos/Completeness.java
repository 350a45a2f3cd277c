package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosMode;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlSequence;
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
    String cluster = clusterGap(file, root);
    if (cluster != null) {
      missing.add(missing(file, root, cluster));
    }
    String install = mode == TalosMode.METAL ? installGap(file, machine) : null;
    if (install != null) {
      missing.add(missing(file, root, install));
    }
    if (mode == TalosMode.CONTAINER && !TalosChange.HOST_DNS_DOCUMENT.in(file.version())) {
      missing.addAll(hostDns(file, root));
    }
    if (!hasIssuer(machine)) {
      missing.add(
          missing(
              file,
              root,
              "issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)"));
    }
    return missing;
  }

  private static @Nullable String clusterGap(TalosFile file, YamlMapping root) {
    YamlMapping cluster = EntryReader.asMapping(root.get("cluster"));
    if (cluster == null) {
      return "cluster instructions are required";
    }
    YamlMapping controlPlane = EntryReader.asMapping(cluster.get("controlPlane"));
    boolean asked = controlPlane != null || !TalosChange.INSTALL_OPTIONAL.in(file.version());
    boolean given =
        controlPlane != null && EntryReader.present(controlPlane.get("endpoint")) != null;
    return asked && !given ? "cluster controlplane endpoint is required" : null;
  }

  private static @Nullable String installGap(TalosFile file, YamlMapping machine) {
    YamlMapping install = EntryReader.asMapping(machine.get("install"));
    if (install == null) {
      return TalosChange.INSTALL_OPTIONAL.in(file.version())
          ? null
          : "install instructions are required in \"metal\" mode";
    }
    boolean disk =
        EntryReader.text(install, "disk") != null
            || EntryReader.present(install.get("diskSelector")) != null;
    return disk ? null : "either install disk or diskSelector should be defined";
  }

  private static boolean hasIssuer(YamlMapping machine) {
    YamlNode accepted = EntryReader.present(machine.get("acceptedCAs"));
    return EntryReader.asMapping(machine.get("ca")) != null
        || (accepted != null
            && accepted.resolved() instanceof YamlSequence s
            && !s.items().isEmpty());
  }

  private static List<Finding> hostDns(TalosFile file, YamlMapping root) {
    YamlMapping dns = legacyHostDns(root);
    List<Finding> missing = new ArrayList<>();
    if (dns == null || !isTrue(dns, "enabled")) {
      missing.add(
          missing(
              file,
              root,
              "feature HostDNS should be enabled in container mode (.machine.features.hostDNS.enabled)"));
    }
    if (dns == null || !isTrue(dns, "forwardKubeDNSToHost")) {
      missing.add(
          missing(
              file,
              root,
              "feature HostDNS should forward kube-dns to host in container mode"
                  + " (.machine.features.hostDNS.forwardKubeDNSToHost)"));
    }
    return missing;
  }

  /**
   * What is missing in the configuration as a whole. A ResolverConfig that enables hostDNS counts;
   * otherwise the machine's own feature, which must then be set right.
   */
  static List<Finding> ofAll(TalosFile file, TalosMode mode) {
    if (mode != TalosMode.CONTAINER
        || !TalosChange.HOST_DNS_DOCUMENT.in(file.version())
        || file.documents().isEmpty()) {
      return List.of();
    }
    YamlMapping dns = null;
    for (TalosDocument document : file.documents()) {
      YamlMapping found = hostDnsOf(document);
      boolean first = dns == null || document instanceof TalosDocument.Other;
      dns = found != null && first ? found : dns;
    }
    YamlNode at = file.documents().get(0).yaml().root();
    if (dns == null) {
      return List.of(missing(file, at, "hostDNS config is required in container mode"));
    }
    List<Finding> missing = new ArrayList<>();
    if (!isTrue(dns, "enabled")) {
      missing.add(missing(file, at, "hostDNS must be enabled in container mode"));
    }
    if (!isTrue(dns, "forwardKubeDNSToHost")) {
      missing.add(missing(file, at, "forwardKubeDNSToHost must be enabled in container mode"));
    }
    return missing;
  }

  private static @Nullable YamlMapping hostDnsOf(TalosDocument document) {
    YamlMapping root = EntryReader.asMapping(document.yaml().root());
    if (root == null) {
      return null;
    }
    if (document instanceof TalosDocument.Other other && other.kind().equals("ResolverConfig")) {
      YamlMapping dns = EntryReader.asMapping(root.get("hostDNS"));
      return dns != null && isTrue(dns, "enabled") ? dns : null;
    }
    return document instanceof TalosDocument.Machine ? legacyHostDns(root) : null;
  }

  private static @Nullable YamlMapping legacyHostDns(YamlMapping root) {
    YamlMapping machine = EntryReader.asMapping(root.get("machine"));
    YamlMapping features = machine == null ? null : EntryReader.asMapping(machine.get("features"));
    return features == null ? null : EntryReader.asMapping(features.get("hostDNS"));
  }

  private static boolean isTrue(YamlMapping mapping, String key) {
    Field<Boolean> flag = EntryReader.flag(mapping, key);
    return flag != null && flag.value();
  }

  private static Finding missing(TalosFile file, @Nullable YamlNode at, String upstream) {
    var span = at == null ? Span.startOf(file.source().name()) : file.span(at);
    return LoadRules.INCOMPLETE_CONFIG
        .finding(span, "talosctl validate refuses the configuration: " + upstream)
        .withHelp("a part or a patch is linted without --mode")
        .withUpstream(upstream);
  }
}
