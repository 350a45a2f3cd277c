package dev.regwright.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.Tls;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hosts.toml directories and the old CRI settings say as a configuration. */
class HostsDirectoryReaderTest {
  private static final ContainerdVersion NEWEST = ContainerdVersion.parse("2.3").orElseThrow();
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n";
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n";

  private static HostsDirectoryReader.Result read(String... pathsAndTexts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return HostsDirectoryReader.read(FileView.of("/c", files), "/c", NEWEST);
  }

  private static Mirror mirror(String name, String toml) {
    Mirror mirror = read(name + "/hosts.toml", toml).config().mirror(name);
    assertThat(mirror).isNotNull();
    return mirror;
  }

  /** By the rule of {@code parseHostConfig}, which both sides share. */
  @ParameterizedTest
  @CsvSource({
    "https://m, false, https://m, false",
    "m:5000, false, https://m:5000, false",
    "http://m/v2, false, http://m/v2, false",
    "https://m/us, false, https://m/us, false",
    "https://m/foo/v2/, false, https://m/foo/v2, false",
    "https://m/, false, https://m, false",
    "https://m/v2/v2, false, https://m/v2/v2, false",
    "https://m/v2/proj, true, https://m/v2/proj, true",
    "https://m, true, https://m, true",
    "https://u:hunter2@m, false, https://m, false",
  })
  void pathsMeanTheSame(String url, boolean override, String endpoint, boolean overridden) {
    String toml = "[host.\"" + url + "\"]\noverride_path = " + override + "\n";
    assertThat(mirror("r.io", toml).endpoints())
        .containsExactly(new Endpoint(endpoint, overridden ? true : null));
  }

  @Test
  void serverClosesTheListUnlessItIsTheUpstream() {
    String host = "[host.\"https://m\"]\n";
    assertThat(mirror("r.io", host).skipsFallback()).isFalse();
    assertThat(mirror("r.io", "server = \"https://r.io\"\n" + host).skipsFallback()).isFalse();
    assertThat(mirror("docker.io", "server = \"https://registry-1.docker.io\"\n" + host))
        .isEqualTo(new Mirror("docker.io", List.of(Endpoint.of("https://m")), null));
    assertThat(mirror("r.io", "server = \"https://s\"\n" + host))
        .isEqualTo(
            new Mirror("r.io", List.of(Endpoint.of("https://m"), Endpoint.of("https://s")), true));
  }

  @Test
  void directoriesAreRegistries() {
    RegistryConfig config =
        read(
                "_default/hosts.toml", "[host.\"https://d\"]\n",
                "a_5000_/hosts.toml", "[host.\"https://a\"]\n",
                "a:5000/hosts.toml", "[host.\"https://never\"]\n",
                "empty/host.toml", "",
                "broken/hosts.toml", "[host.https://m]\n")
            .config();
    assertThat(config.mirrors().keySet())
        .containsExactlyInAnyOrder("*", "a:5000", "empty", "broken");
    assertThat(config.mirror("a:5000"))
        .isEqualTo(new Mirror("a:5000", List.of(Endpoint.of("https://a")), null));
    assertThat(config.mirror("broken")).isEqualTo(new Mirror("broken", List.of(), null));
  }

  @Test
  void certificatesBecomeText() {
    String toml =
        """
        [host."https://m:1"]
        ca = ["a.pem", "/c/r.io/a.pem"]
        client = "both.pem"
        skip_verify = true
        """;
    HostsDirectoryReader.Result result =
        read("r.io/hosts.toml", toml, "r.io/a.pem", "x\n" + PEM, "r.io/both.pem", KEY + PEM);
    Tls tls = result.config().tls("m:1");
    assertThat(tls).isNotNull();
    assertThat(tls.ca()).isEqualTo(PEM + PEM);
    assertThat(tls.skipsVerify()).isTrue();
    assertThat(tls.clientIdentity()).isNotNull();
    assertThat(tls.clientIdentity().cert()).isEqualTo(PEM);
    assertThat(tls.clientIdentity().key()).isEqualTo(KEY);
    assertThat(result.losses()).isEmpty();
  }

  /** Talos leaves them out when it falls back to the registry, but not for an endpoint. */
  @Test
  void upstreamWithCertificatesBecomesAnEndpoint() {
    String toml = "ca = \"a.pem\"\n[host.\"https://m\"]\n";
    RegistryConfig config = read("r.io/hosts.toml", toml, "r.io/a.pem", PEM).config();
    assertThat(config.mirror("r.io"))
        .isEqualTo(
            new Mirror(
                "r.io", List.of(Endpoint.of("https://m"), Endpoint.of("https://r.io")), true));
    assertThat(config.tls().keySet()).containsExactly("r.io");
  }

  @Test
  void lossesStandWhereTheSettingsDo() {
    String toml =
        """
        [host."https://m"]
        capabilities = ["pull", "push"]
        dial_timeout = "3s"
        ca = "/elsewhere/ca.pem"
        [host."https://m".header]
        Authorization = "Basic hunter2"
        [host."http://h:5000"]
        skip_verify = true
        [host."https://p"]
        capabilities = ["push"]
        """;
    HostsDirectoryReader.Result result = read("r.io/hosts.toml", toml);
    assertThat(result.losses())
        .extracting(f -> f.span().startLine())
        .containsExactlyInAnyOrder(2, 2, 5, 3, 1, 7, 10, 10, 9);
    assertThat(result.losses().toString()).doesNotContain("hunter2");
    assertThat(result.losses()).allMatch(f -> f.span().path().equals("/c/r.io/hosts.toml"));
    assertThat(result.config().mirrors().get("r.io").endpoints())
        .containsExactly(Endpoint.of("https://m"), Endpoint.of("http://h:5000"));
    assertThat(result.config().tls()).isEmpty();
  }

  @Test
  void keyInPlaceOfItsFileIsNotShown() {
    String toml = "[host.\"https://m\"]\nclient = \"-----BEGIN PRIVATE KEY-----hunter2\"\n";
    HostsDirectoryReader.Result result = read("r.io/hosts.toml", toml);
    assertThat(result.losses()).isNotEmpty();
    assertThat(result.losses().toString() + result.findings()).doesNotContain("hunter2");
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("r.io/hosts.toml", toml.getBytes(StandardCharsets.UTF_8));
    Resolution resolution =
        HostResolver.resolve(FileView.of("/c", files), List.of("/c"), "r.io", NEWEST);
    assertThat(resolution.error()).startsWith("unable to read CERT file");
    assertThat(resolution.error() + resolution.findings()).doesNotContain("hunter2");
  }

  private static CriConfigReader.Result cri(
      String version, String toml, Map<String, String> files) {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    CriFile file =
        CriFile.read(
            SourceFile.of("config.toml", toml),
            ContainerdVersion.parse(version).orElseThrow(),
            CriRole.MAIN);
    return CriConfigReader.read(file, FileView.of("/etc", bytes));
  }

  private static String legacy(String rest) {
    String section = "plugins.\"io.containerd.grpc.v1.cri\".registry";
    return "version = 2\n" + rest.replace("[R", "[" + section);
  }

  /** {@code registryEndpoints}: a path is used as it stands. */
  @ParameterizedTest
  @CsvSource({
    "https://m, https://m, false",
    "https://m/, https://m, false",
    "https://m/v2, https://m/v2, false",
    "https://m/v2/proj, https://m/v2/proj, true",
    "https://m/us, https://m/us, true",
    "m:5000, https://m:5000, false",
    "localhost:5000, http://localhost:5000, false",
    "localhost:5000/x, http://localhost:5000/x, true",
  })
  void oldMirrorsUseTheirPaths(String url, String endpoint, boolean override) {
    String toml = legacy("[R.mirrors.\"docker.io\"]\nendpoint = [\"" + url + "\"]\n");
    assertThat(cri("1.7", toml, Map.of()).config().mirrors().get("docker.io"))
        .isEqualTo(
            new Mirror("docker.io", List.of(new Endpoint(endpoint, override ? true : null)), null));
  }

  @Test
  void oldMirrorsWithTheRegistryItselfAddNoUpstream() {
    String toml = legacy("[R.mirrors.\"r.io\"]\nendpoint = [\"https://m\", \"http://r.io/x\"]\n");
    assertThat(cri("1.7", toml, Map.of()).config().mirrors().get("r.io").skipsFallback()).isTrue();
  }

  @Test
  void oldCredentialsAndCertificates() {
    String toml =
        legacy(
            """
            [R.configs."m:1".auth]
            username = "u"
            password = "hunter2"
            [R.configs."m:1".tls]
            ca_file = "/etc/ca.pem"
            insecure_skip_verify = true
            [R.auths."https://gcr.io/x"]
            auth = "dTpw"
            """);
    CriConfigReader.Result old = cri("1.7", toml, Map.of("ca.pem", PEM));
    assertThat(old.config().auths().keySet()).containsExactly("m:1", "gcr.io");
    assertThat(old.config().auths().get("m:1").password()).isEqualTo("hunter2");
    assertThat(old.config().tls().get("m:1")).isEqualTo(new Tls("m:1", null, PEM, true));
    assertThat(old.losses()).isEmpty();
    CriConfigReader.Result now = cri("2.1", toml, Map.of("ca.pem", PEM));
    assertThat(now.config().tls()).isEmpty();
    assertThat(now.losses()).extracting(Finding::rule).containsExactly("conversion-loss");
  }
}
