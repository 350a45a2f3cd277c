package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosMode;
import dev.regwright.source.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What talosctl validate misses; the answers of 1.13 are those of the real validator of 1.13.9. */
class CompletenessTest {
  private static final String CA = "  acceptedCAs: [{crt: aGk=}]\n";
  private static final String DNS =
      "  features: {hostDNS: {enabled: true, forwardKubeDNSToHost: true}}\n";
  private static final String INSTALL = "  install: {disk: /dev/sda}\n";
  private static final String CLUSTER = "cluster: {controlPlane: {endpoint: https://a:6443}}\n";
  private static final String MIRROR =
      "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: a\n";

  private static final String NO_MACHINE = "machine instructions are required";
  private static final String NO_CLUSTER = "cluster instructions are required";
  private static final String NO_ENDPOINT = "cluster controlplane endpoint is required";
  private static final String NO_INSTALL = "install instructions are required in \"metal\" mode";
  private static final String NO_DISK = "either install disk or diskSelector should be defined";
  private static final String NO_CA =
      "issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)";
  private static final String DNS_OFF =
      "feature HostDNS should be enabled in container mode (.machine.features.hostDNS.enabled)";
  private static final String DNS_STAYS =
      "feature HostDNS should forward kube-dns to host in container mode"
          + " (.machine.features.hostDNS.forwardKubeDNSToHost)";

  private static String machine(String... parts) {
    return "machine:\n  type: worker\n" + String.join("", parts);
  }

  private static String hostDns(String fields) {
    return "  features: {hostDNS: {" + fields + "}}\n";
  }

  private static String resolver(String fields) {
    return "apiVersion: v1alpha1\nkind: ResolverConfig\nhostDNS: {" + fields + "}\n";
  }

  private static Arguments any(String text, String... errors) {
    return Arguments.of(text, List.of(errors), List.of(errors), List.of(errors));
  }

  private static Arguments each(
      String text, List<String> metal, List<String> cloud, List<String> container) {
    return Arguments.of(text, metal, cloud, container);
  }

  static Stream<Arguments> talos113() {
    return Stream.of(
        any(machine(CA, DNS, INSTALL) + CLUSTER),
        any(machine(CA, DNS, "  install: {diskSelector: {size: 4GB}}\n") + CLUSTER),
        any("version: v1alpha1\ndebug: false\n" + CLUSTER, NO_MACHINE),
        any("machine: ~\n" + CLUSTER, NO_MACHINE),
        any(machine(CA, DNS, INSTALL), NO_CLUSTER),
        any(machine(CA, DNS, INSTALL) + "cluster: {}\n", NO_ENDPOINT),
        any(machine(CA, DNS, INSTALL) + "cluster: {controlPlane: {}}\n", NO_ENDPOINT),
        any(machine(CA, DNS, INSTALL) + "cluster: {controlPlane: {endpoint: ~}}\n", NO_ENDPOINT),
        any(machine(DNS, INSTALL) + CLUSTER, NO_CA),
        any(machine("  ca: ~\n", DNS, INSTALL) + CLUSTER, NO_CA),
        any(machine("  acceptedCAs: []\n", DNS, INSTALL) + CLUSTER, NO_CA),
        each(machine(CA, DNS) + CLUSTER, List.of(NO_INSTALL), List.of(), List.of()),
        each(machine(CA, DNS, "  install: {}\n") + CLUSTER, List.of(NO_DISK), List.of(), List.of()),
        each(
            machine(CA, DNS, "  install: {disk: ''}\n") + CLUSTER,
            List.of(NO_DISK),
            List.of(),
            List.of()),
        each(machine(CA, INSTALL) + CLUSTER, List.of(), List.of(), List.of(DNS_OFF, DNS_STAYS)),
        each(
            machine(CA, INSTALL, hostDns("enabled: false")) + CLUSTER,
            List.of(),
            List.of(),
            List.of(DNS_OFF, DNS_STAYS)),
        each(
            machine(CA, INSTALL, hostDns("enabled: true")) + CLUSTER,
            List.of(),
            List.of(),
            List.of(DNS_STAYS)),
        each(
            machine(),
            List.of(NO_CLUSTER, NO_INSTALL, NO_CA),
            List.of(NO_CLUSTER, NO_CA),
            List.of(NO_CLUSTER, DNS_OFF, DNS_STAYS, NO_CA)),
        any("apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: a\nurl: tcp://a:1\n"));
  }

  @ParameterizedTest
  @MethodSource("talos113")
  void missesWhatTalos113Misses(
      String text, List<String> metal, List<String> cloud, List<String> container) {
    assertThat(upstream("1.13.9", TalosMode.METAL, text)).isEqualTo(metal);
    assertThat(upstream("1.13.9", TalosMode.CLOUD, text)).isEqualTo(cloud);
    assertThat(upstream("1.13.9", TalosMode.CONTAINER, text)).isEqualTo(container);
  }

  /** As {@code NetworkHostDNSConfig} of {@code container.go} and {@code validate.go} have it. */
  static Stream<Arguments> containers() {
    String required = "hostDNS config is required in container mode";
    String off = "hostDNS must be enabled in container mode";
    String stays = "forwardKubeDNSToHost must be enabled in container mode";
    String on = "enabled: true, forwardKubeDNSToHost: true";
    return Stream.of(
        Arguments.of(MIRROR, List.of(required)),
        Arguments.of(machine(CA), List.of(required)),
        Arguments.of(machine(CA, DNS), List.of()),
        Arguments.of(machine(CA, hostDns("")), List.of(off, stays)),
        Arguments.of(machine(CA, hostDns("enabled: true")), List.of(stays)),
        Arguments.of(machine(CA, hostDns("forwardKubeDNSToHost: true")), List.of(off)),
        Arguments.of(resolver(on), List.of()),
        Arguments.of(resolver("enabled: false"), List.of(required)),
        Arguments.of(resolver("enabled: true"), List.of(stays)),
        Arguments.of(resolver("enabled: true") + "---\n" + machine(CA, DNS), List.of(stays)),
        Arguments.of(machine(CA, DNS) + "---\n" + resolver("enabled: true"), List.of(stays)),
        Arguments.of(machine(CA, DNS) + "---\n" + resolver("enabled: false"), List.of()),
        Arguments.of(resolver(on).replace("ResolverConfig", "HostnameConfig"), List.of(required)));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void containersNeedHostDns(String text, List<String> errors) {
    assertThat(upstream("1.14", TalosMode.CONTAINER, text)).isEqualTo(errors);
    assertThat(upstream("1.14", TalosMode.METAL, text)).isEmpty();
  }

  @Test
  void anInstallSectionAndAControlPlaneAreOptionalFrom114On() {
    assertThat(upstream("1.14", TalosMode.METAL, machine(CA) + "cluster: {}")).isEmpty();
    assertThat(upstream("1.14", TalosMode.METAL, machine(CA, "  install: {}\n") + "cluster: {}"))
        .containsExactly(NO_DISK);
    assertThat(upstream("1.14", TalosMode.METAL, machine(CA) + "cluster: {controlPlane: {}}"))
        .containsExactly(NO_ENDPOINT);
  }

  @Test
  void aFindingSaysWhereAndHowToLintAPart() {
    Finding finding =
        Reading.only(errors("1.13.9", TalosMode.METAL, machine(CA, INSTALL)), "incomplete-config");
    assertThat(Reading.place(finding.span())).isEqualTo("1:1-1:8");
    assertThat(finding.message())
        .isEqualTo("talosctl validate refuses the configuration: " + NO_CLUSTER);
    assertThat(finding.help()).isEqualTo("a part or a patch is linted without --mode");
  }

  @Test
  void partsAreNotAskedToBeComplete() {
    TalosFile file = Reading.file("1.13.9", FileRole.CONFIG, machine());
    assertThat(TalosValidator.validate(file, null)).isEmpty();
  }

  /** Before 1.9 null entries are not looked at, but the rest is. */
  @Test
  void completenessIsOfTheMachineConfiguration() {
    TalosFile file = Reading.file("1.8", FileRole.CONFIG, machine(CA, INSTALL) + "---\n");
    assertThat(TalosValidator.validate(file, TalosMode.METAL))
        .extracting(DocumentErrors::prefix)
        .containsExactly("v1alpha1.Config");
  }

  private static List<Finding> errors(String version, TalosMode mode, String text) {
    TalosFile file = Reading.file(version, FileRole.CONFIG, text);
    return TalosValidator.validate(file, mode).stream()
        .flatMap(e -> e.findings().stream())
        .toList();
  }

  /** Of 1.14, only what the whole configuration misses, not the machine's cluster section. */
  private static List<String> upstream(String version, TalosMode mode, String text) {
    return errors(version, mode, text).stream()
        .map(f -> String.valueOf(f.upstream()))
        .filter(u -> !version.equals("1.14") || !u.equals(NO_CLUSTER))
        .toList();
  }
}
