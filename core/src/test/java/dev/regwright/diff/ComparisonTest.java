package dev.regwright.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.containerd.FileView;
import dev.regwright.diff.Applying.Reboot;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.SourceFile;
import dev.regwright.trace.Reach;
import dev.regwright.trace.Tracer;
import dev.regwright.trace.input.TalosInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final String CA_ONE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBbzCCARWgAwIBAgIUH+204lLVT+3Rxf+/TMqsjIsJJwEwCgYIKoZIzj0EAwIw
      DDEKMAgGA1UEAwwBYTAgFw0yNjExMjExMDAzNTZaGA8yMTI2MTAyODEwMDM1Nlow
      DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIUT+Fj22h0O
      RLa7xrn0OB6QpQNEMtIFg217F0qvOy7c9ORnOC+hIJYKlJ129qB72OBdUiCnI008
      yn+ZSDWWQEijUzBRMB0GA1UdDgQWBBQzXaMAzvo8fk8T/L5A1WxDvBa2VDAfBgNV
      HSMEGDAWgBQzXaMAzvo8fk8T/L5A1WxDvBa2VDAPBgNVHRMBAf8EBTADAQH/MAoG
      CCqGSM49BAMCA0gAMEUCID9pubQXCNy4JjqJW0pAvqp7p/R4Of60G7AXfzG4OA0I
      AiEAwHQd3JD501s+VTmJ5fxfbHKodzzZ9BkBTSV5lyDlEwQ=
      -----END CERTIFICATE-----
      """;
  private static final String CA_TWO =
      """
      -----BEGIN CERTIFICATE-----
      MIIBbzCCARWgAwIBAgIUVbvcPqQ3sqTaW+VohT1Vw4CYcFkwCgYIKoZIzj0EAwIw
      DDEKMAgGA1UEAwwBYjAgFw0yNjExMjExMDAzNTZaGA8yMTI2MTAyODEwMDM1Nlow
      DDEKMAgGA1UEAwwBYjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBQa6GVBZxuJ
      9z8xpOMyFK3+3JeaXuQQoIdIJkN+ELSSXtjWEDIXuLEA26X1EhZqKThzGKH/KC2B
      tDO/OZ+6K0OjUzBRMB0GA1UdDgQWBBTVU/rifYaIh6vjxAmg7XDA14qZ6jAfBgNV
      HSMEGDAWgBTVU/rifYaIh6vjxAmg7XDA14qZ6jAPBgNVHRMBAf8EBTADAQH/MAoG
      CCqGSM49BAMCA0gAMEUCICRf3nB9Ds9Z9lznhZr4c5nS8dkcKPwSlxVuhACF98DF
      AiEA7s1+GqXzeNbmOhTfe3DqGnv4w4XsvzGblmXPaBeeujY=
      -----END CERTIFICATE-----
      """;

  private static Tracer node(String version, String yaml) {
    TalosInput input = new TalosInput(Target.talos(TalosVersion.of(version)));
    assertThat(input.add(SourceFile.of("c.yaml", yaml))).isTrue();
    Tracer tracer = input.tracer(false);
    assertThat(tracer).as("%s", input.refused()).isNotNull();
    return tracer;
  }

  private static Comparison diff(String version, String before, String after) {
    return Comparison.of(node(version, before), node(version, after), List.of());
  }

  private static Comparison diff(String before, String after) {
    return diff("1.14.0-rc.1", before, after);
  }

  private static String mirror(String name, String... urls) {
    StringBuilder yaml = new StringBuilder("apiVersion: v1alpha1\nkind: RegistryMirrorConfig\n");
    yaml.append("name: '").append(name).append("'\n").append(urls.length > 0 ? "endpoints:\n" : "");
    for (String url : urls) {
      yaml.append("  - url: ").append(url).append('\n');
    }
    return yaml.toString();
  }

  private static String document(String kind, String name, String settings) {
    return "---\napiVersion: v1alpha1\nkind: %s\nname: %s\n%s".formatted(kind, name, settings);
  }

  private static String auth(String name, String settings) {
    return document("RegistryAuthConfig", name, settings);
  }

  private static String tls(String name, String settings) {
    return document("RegistryTLSConfig", name, settings);
  }

  private static String ca(String pem) {
    return "ca: |\n" + pem.indent(2);
  }

  private static RegistryDiff of(Comparison comparison, String registry) {
    for (RegistryDiff diff : comparison.registries()) {
      if (diff.registry().equals(registry)) {
        return diff;
      }
    }
    throw new AssertionError(registry);
  }

  /** Mark, URL and what changes, as few letters as possible. */
  private static List<String> lines(PullerDiff diff) {
    List<String> lines = new ArrayList<>();
    for (RequestDiff request : diff.requests()) {
      String what = request.what().isEmpty() ? "" : ": " + String.join("; ", request.what());
      String url = request.shown().request().hop().prefix();
      lines.add(request.change().word() + " " + url + what);
    }
    return lines;
  }

  private static List<String> hub(Comparison comparison) {
    RegistryDiff diff = of(comparison, "docker.io");
    assertThat(diff.same()).isFalse();
    assertThat(lines(diff.machined())).isEqualTo(lines(diff.cri()));
    return lines(diff.cri());
  }

  @Test
  void requestsAppearVanishAndMove() {
    Comparison comparison =
        diff(
            mirror("docker.io", "https://a", "https://gone", "https://b"),
            mirror("docker.io", "https://b", "https://new", "https://a") + "skipFallback: true\n");
    assertThat(hub(comparison))
        .containsExactly(
            "changes https://b/v2: asked 1st, earlier 3rd",
            "appears https://new/v2",
            "stays https://a/v2",
            "vanishes https://gone/v2",
            "vanishes https://registry-1.docker.io/v2");
    PullerDiff cri = of(comparison, "docker.io").cri();
    assertThat(cri.reachBefore()).isEqualTo(Reach.LEAVES);
    assertThat(cri.reachAfter()).isEqualTo(Reach.MIRROR);
    assertThat(of(comparison, "ghcr.io").same()).isTrue();
    assertThat(comparison.same()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          username: u, password: p             | username: u, password: q | other password
          username: u, password: p             | username: v, password: q | other password; other user name
          username: u, password: p             | identityToken: t         | auth: basic → token
          identityToken: t                     | identityToken: s         | other token
          username: u, password: p             | auth: '"dTpw"'           | ''
          auth: dTpw                           | auth: dTpx               | other password
          """)
  void credentialsAreToldApartAndNeverShown(String before, String after, String expected) {
    String old = mirror("docker.io", "https://m") + auth("m", before.replace(", ", "\n") + "\n");
    String now =
        mirror("docker.io", "https://m")
            + auth("m", after.replace(", ", "\n").replace("'", "") + "\n");
    Comparison comparison = diff(old, now);
    if (expected.isEmpty()) {
      assertThat(comparison.same()).isTrue();
      return;
    }
    assertThat(hub(comparison).get(0)).isEqualTo("changes https://m/v2: " + expected);
    RequestDiff first = of(comparison, "docker.io").cri().requests().get(0);
    assertThat(first.shown().request().hop().auth().secret()).hasToString("***");
    assertThat(comparison.before().credentials()).hasToString("***");
  }

  @Test
  void credentialsAppearAndBecomeUseless() {
    String mirror = mirror("docker.io", "https://m");
    assertThat(hub(diff(mirror, mirror + auth("m", "username: u\npassword: p\n"))).get(0))
        .isEqualTo("changes https://m/v2: auth: none → basic");
    Comparison broken =
        diff(mirror + auth("m", "auth: dTpw\n"), mirror + auth("m", "auth: 'Zm9v'\n"));
    assertThat(lines(of(broken, "docker.io").cri()).get(0))
        .contains("auth: basic → none", "if it asks for credentials: invalid decoded auth");
  }

  @Test
  void tlsSettingsAreCompared() {
    String mirror = mirror("docker.io", "https://m");
    assertThat(hub(diff(mirror, mirror + tls("m", "insecureSkipVerify: true\n"))).get(0))
        .isEqualTo("changes https://m/v2: takes any certificate");
    assertThat(hub(diff(mirror + tls("m", ca(CA_ONE)), mirror + tls("m", ca(CA_TWO)))).get(0))
        .isEqualTo("changes https://m/v2: other CA");
    assertThat(hub(diff(mirror + tls("m", ca(CA_ONE)), mirror)).get(0))
        .isEqualTo("changes https://m/v2: no longer trusts its ca");
  }

  @Test
  void legacyAndItsDocumentsAreTheSame() {
    String legacy =
        """
        machine:
          registries:
            mirrors:
              docker.io:
                endpoints: [https://m/v2/hub]
                overridePath: true
                skipFallback: true
            config:
              m:
                tls:
                  ca: %s
                auth:
                  username: u
                  password: p
        """
            .formatted(
                Base64.getEncoder()
                    .encodeToString(("# ours\r\n" + CA_ONE).getBytes(StandardCharsets.US_ASCII)));
    String documents =
        mirror("docker.io", "https://m/v2/hub")
            + "    overridePath: true\nskipFallback: true\n"
            + tls("m", ca(CA_ONE))
            + auth("m", "username: u\npassword: p\n");
    Comparison comparison = diff(legacy, documents);
    assertThat(comparison.same()).isTrue();
    assertThat(comparison.applying().reboot()).isEqualTo(Reboot.NO);
    assertThat(diff("1.13.9", legacy, documents).applying().reboot()).isEqualTo(Reboot.NO);
  }

  @Test
  void errorsAppear() {
    String mirror = mirror("docker.io", "http://m");
    Comparison comparison = diff(mirror, mirror + tls("m", "insecureSkipVerify: true\n"));
    RegistryDiff hub = of(comparison, "docker.io");
    assertThat(hub.machined().before()).isNull();
    assertThat(hub.machined().after())
        .isEqualTo("TLS config specified for non-HTTPS registry: \"m\"");
    assertThat(hub.machined().reachAfter()).isEqualTo(Reach.FAILS);
    assertThat(hub.cri().requests().get(0).what())
        .isEmpty(); // asked over HTTPS first, which is another URL
    assertThat(lines(hub.cri()))
        .containsExactly(
            "appears https://m/v2",
            "vanishes http://m/v2",
            "stays https://registry-1.docker.io/v2");
  }

  @Test
  void filesThatContainerdDropsAreExplained() {
    Comparison comparison =
        diff(mirror("docker.io", "https://m"), mirror("docker.io", "https://m", "https://m"));
    PullerDiff cri = of(comparison, "docker.io").cri();
    assertThat(lines(cri))
        .containsExactly("vanishes https://m/v2", "stays https://registry-1.docker.io/v2");
    assertThat(cri.what()).singleElement().asString().startsWith("containerd ignores all of");
    assertThat(lines(of(comparison, "docker.io").machined()))
        .containsExactly(
            "stays https://m/v2", "appears https://m/v2", "stays https://registry-1.docker.io/v2");
  }

  @Test
  void everyRegistryThatIsNamedIsComparedAndTheUsualOnes() {
    Comparison comparison =
        diff(
            mirror("a.example", "https://m") + "---\n" + mirror("Not A Registry"),
            mirror("*", "https://m") + auth("b.example:5000", "username: u\npassword: p\n"));
    assertThat(comparison.registries())
        .extracting(RegistryDiff::registry)
        .containsExactly(
            "*",
            "a.example",
            "b.example:5000",
            "docker.io",
            "gcr.io",
            "ghcr.io",
            "quay.io",
            "registry.k8s.io");
    assertThat(of(comparison, "a.example").same()).isTrue();
    assertThat(of(comparison, "*").same()).isFalse();
    assertThat(comparison.unmatched()).containsExactly("Not A Registry");
  }

  @Test
  void versionsAreCompared() {
    String legacy =
        "machine:\n  registries:\n    mirrors:\n      docker.io: {endpoints: [https://m]}\n";
    Comparison comparison =
        Comparison.of(node("1.8.4", legacy), node("1.9.0", legacy), List.of("nginx:1"));
    assertThat(lines(of(comparison, "docker.io").machined()))
        .containsExactly("stays https://m/v2", "appears https://registry-1.docker.io/v2");
    assertThat(of(comparison, "docker.io").cri().same()).isTrue();
    assertThat(comparison.registries().get(comparison.registries().size() - 1).image())
        .isEqualTo("docker.io/library/nginx:1");
    assertThat(comparison.applying().reboot()).isEqualTo(Reboot.YES);
    assertThat(comparison.applying().why()).contains("boots into Talos 1.9.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1.11.6, YES, apply-config does not reboot",
    "1.13.9, YES, apply-config does not reboot",
    "1.14.0-alpha.2, YES, apply-config does not reboot",
    "1.14.0-beta.0, NO, restarts containerd",
    "1.14.0-rc.1, NO, restarts containerd"
  })
  void otherCredentialsTakeARebootBefore114(String version, Reboot reboot, String why) {
    String legacy =
        "machine:\n  registries:\n    config:\n      m: {auth: {username: u, password: %s}}\n";
    Applying applying = diff(version, legacy.formatted("p"), legacy.formatted("q")).applying();
    assertThat(applying.reboot()).isEqualTo(reboot);
    assertThat(applying.why()).contains(why);
    String mirrors = "    mirrors: {docker.io: {endpoints: [https://m]}}\n";
    Applying live =
        diff(version, legacy.formatted("p"), legacy.formatted("p") + mirrors).applying();
    assertThat(live.reboot()).isEqualTo(Reboot.NO);
    assertThat(live.why()).contains("hosts.toml at every pull");
  }

  @Test
  void namesOfTheHubAreOneForContainerd() {
    String settings = "username: u\npassword: p\n";
    Comparison comparison =
        diff("1.13.9", auth("docker.io", settings), auth("registry-1.docker.io", settings));
    assertThat(of(comparison, "docker.io").cri().same()).isTrue();
    assertThat(of(comparison, "docker.io").machined().same()).isFalse();
    assertThat(comparison.applying().reboot()).isEqualTo(Reboot.NO);
  }

  @Test
  void filesTalosCannotWriteLeaveTheOldOnes() {
    String mirror = mirror("docker.io", "https://m");
    Applying applying = diff(mirror, mirror + tls("'*'", "insecureSkipVerify: true\n")).applying();
    assertThat(applying.reboot()).isEqualTo(Reboot.UNKNOWN);
    assertThat(applying.why()).contains("by the old files until the node reboots");
  }

  @Test
  void directoriesOfHostsTomlAreCompared() {
    Comparison comparison =
        Comparison.of(
            hosts("[host.'https://a']\ndial_timeout = '1s'\n"),
            hosts("[host.'https://a']\n[host.'https://a'.header]\nX-Key = 'Sup3rSecret'\n"),
            List.of());
    PullerDiff cri = of(comparison, "q.example:5000").cri();
    assertThat(lines(cri).get(0))
        .isEqualTo("changes https://a/v2: connection timeout: no longer set; header x-key: set");
    assertThat(of(comparison, "q.example:5000").machined()).isNull();
    assertThat(comparison.applying().reboot()).isEqualTo(Reboot.NO);
  }

  private static Tracer hosts(String toml) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("q.example_5000_/hosts.toml", toml.getBytes(StandardCharsets.UTF_8));
    return Tracer.ofHosts(
        FileView.of("/etc/containerd/certs.d", files),
        List.of("/etc/containerd/certs.d"),
        ContainerdVersion.parse("2.3").orElseThrow(),
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "'0,1,2', '0,1,2'",
    "'2,0,1', '0,1'",
    "'-1,1,-1,0', '0'",
    "'', ''",
    "'4,0,3,1,2', '0,1,2'"
  })
  void asMuchAsPossibleStaysInPlace(String numbers, String kept) {
    String[] words = numbers.isEmpty() ? new String[0] : numbers.split(",");
    int[] values = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = Integer.parseInt(words[i]);
    }
    boolean[] marks = Order.kept(values);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < marks.length; i++) {
      if (marks[i]) {
        found.add(words[i]);
      }
    }
    assertThat(String.join(",", found)).isEqualTo(kept);
  }
}
