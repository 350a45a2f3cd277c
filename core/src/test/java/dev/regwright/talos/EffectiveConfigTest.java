package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.Auth;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.SourceFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EffectiveConfigTest {
  private static final String LEGACY =
      """
      machine:
        registries:
          mirrors:
            docker.io:
              endpoints: [https://a, HTTPS://b/v2/x]
              overridePath: true
              skipFallback: true
            ghcr.io:
              endpoints: [192.168.1.1:5000]
            none:
          config:
            a:
              auth: {username: u, password: p}
              tls: {ca: aGVsbG8=, insecureSkipVerify: true}
            b: {}
      """;

  private static TalosFile read(String name, String text) {
    return TalosReader.read(SourceFile.of(name, text), TalosVersion.of("1.14"), FileRole.CONFIG);
  }

  private static RegistryConfig config(String text) {
    return EffectiveConfig.of(read("config.yaml", text)).config();
  }

  @Test
  void readsMachineRegistries() {
    RegistryConfig config = config(LEGACY);
    assertThat(config.mirrors())
        .containsOnlyKeys("docker.io", "ghcr.io")
        .containsEntry(
            "docker.io",
            new Mirror(
                "docker.io",
                List.of(new Endpoint("https://a", true), new Endpoint("HTTPS://b/v2/x", true)),
                true));
    assertThat(config.mirrors().get("ghcr.io").endpoints())
        .containsExactly(Endpoint.of("192.168.1.1:5000"));
    assertThat(config.auths()).containsOnlyKeys("a");
    assertThat(config.tls()).containsEntry("a", new Tls("a", null, "hello", true));
  }

  @Test
  void aDocumentReplacesTheWholeEntryOfItsName() {
    String documents =
        """
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: docker.io
        endpoints:
          - url: HTTPS://C/a b
          -
          - overridePath: false
        ---
        apiVersion: v1alpha1
        kind: RegistryAuthConfig
        name: a
        """;
    for (String text : List.of(LEGACY + "---\n" + documents, documents + "---\n" + LEGACY)) {
      RegistryConfig config = config(text);
      assertThat(config.mirrors().get("docker.io"))
          .isEqualTo(
              new Mirror(
                  "docker.io",
                  List.of(Endpoint.of("https://C/a%20b"), new Endpoint("", false)),
                  null));
      assertThat(config.mirrors()).containsKey("ghcr.io");
      assertThat(config.auths().get("a")).isEqualTo(new Auth("a", null, null, null, null));
      assertThat(config.tls().get("a").skipsVerify()).isTrue();
    }
  }

  @Test
  void keepsPlaceholdersAsWritten() {
    RegistryConfig config =
        config(
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints: [{url: 'https://${HOST}:5000/v2'}]
            """);
    assertThat(config.mirrors().get("docker.io").endpoints())
        .containsExactly(Endpoint.of("https://${HOST}:5000/v2"));
  }

  @Test
  void knowsWhereEverythingComesFrom() {
    TalosFile base = read("base.yaml", LEGACY);
    TalosFile extra =
        read(
            "extra.yaml",
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: ghcr.io
            endpoints:
              - url: https://g
              - {}
            """);
    EffectiveConfig config = EffectiveConfig.of(List.of(base, extra));
    assertThat(name(config, "docker.io")).isEqualTo("base.yaml:4:7");
    assertThat(name(config, "ghcr.io")).isEqualTo("extra.yaml:3:7");
    assertThat(config.endpoint("docker.io", 1)).hasToString("base.yaml:5:32");
    assertThat(config.endpoint("ghcr.io", 0)).hasToString("extra.yaml:5:10");
    assertThat(config.endpoint("ghcr.io", 1)).hasToString("extra.yaml:6:5");
    assertThat(config.endpoint("ghcr.io", 2)).isNull();
    assertThat(config.endpoint("quay.io", 0)).isNull();
    assertThat(config.mirror("quay.io")).isNull();
    assertThat(Objects.requireNonNull(config.auth("a")).name()).hasToString("base.yaml:12:7");
    assertThat(Objects.requireNonNull(config.tls("a")).name()).hasToString("base.yaml:12:7");
    assertThat(config.auth("b")).isNull();
  }

  private static String name(EffectiveConfig config, String mirror) {
    return Objects.requireNonNull(config.mirror(mirror)).name().toString();
  }

  @Test
  void ofTwoFilesTheLaterCounts() {
    String document = "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: m\n";
    EffectiveConfig config =
        EffectiveConfig.of(
            List.of(
                read("1.yaml", document + "endpoints: [{url: https://a}]\n"),
                read("2.yaml", document)));
    assertThat(config.config().mirrors().get("m").endpoints()).isEmpty();
    assertThat(name(config, "m")).isEqualTo("2.yaml:3:7");
  }
}
