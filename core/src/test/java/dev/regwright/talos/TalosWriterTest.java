package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalosWriterTest {
  private static final RegistryConfig CONFIG =
      RegistryConfig.of(
          List.of(
              new Mirror(
                  "docker.io",
                  List.of(
                      new Endpoint("https://harbor.example.org/v2/hub", true),
                      new Endpoint("https://b.example.org/v2", true)),
                  true),
              new Mirror("*", List.of(Endpoint.of("http://zot:5000")), null)),
          List.of(new Auth("harbor.example.org", "robot", "no", null, null)),
          List.of(
              new Tls("zot:5000", new ClientIdentity("c\n", "k\n"), "-----BEGIN…\n", false),
              new Tls("b.example.org", null, null, null)));

  @Test
  void writesDocuments() {
    assertThat(TalosWriter.of(TalosVersion.of("1.14")).documents(CONFIG))
        .isEqualTo(
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
                - url: https://harbor.example.org/v2/hub
                  overridePath: true
                - url: https://b.example.org/v2
                  overridePath: true
            skipFallback: true
            ---
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: '*'
            endpoints:
                - url: http://zot:5000
            ---
            apiVersion: v1alpha1
            kind: RegistryAuthConfig
            name: harbor.example.org
            username: robot
            password: 'no'
            ---
            apiVersion: v1alpha1
            kind: RegistryTLSConfig
            name: zot:5000
            clientIdentity:
                cert: |
                    c
                key: |
                    k
            ca: |
                -----BEGIN…
            insecureSkipVerify: false
            ---
            apiVersion: v1alpha1
            kind: RegistryTLSConfig
            name: b.example.org
            """);
  }

  @Test
  void writesMachineRegistries() {
    assertThat(TalosWriter.of(TalosVersion.of("1.11")).legacy(CONFIG))
        .isEqualTo(
            """
            machine:
                registries:
                    mirrors:
                        '*':
                            endpoints:
                                - http://zot:5000
                        docker.io:
                            endpoints:
                                - https://harbor.example.org/v2/hub
                                - https://b.example.org/v2
                            overridePath: true
                            skipFallback: true
                    config:
                        b.example.org:
                            tls: {}
                        harbor.example.org:
                            auth:
                                username: robot
                                password: "no"
                        zot:5000:
                            tls:
                                clientIdentity:
                                    crt: Ywo=
                                    key: awo=
                                ca: LS0tLS1CRUdJTuKApgo=
                                insecureSkipVerify: false
            """);
    assertThat(
            TalosWriter.of(TalosVersion.of("1.11"))
                .legacy(RegistryConfig.of(List.of(), List.of(), List.of())))
        .isEqualTo("machine: {}\n");
  }

  @Test
  void oneFlagMustDoForALegacyMirror() {
    Mirror mixed =
        new Mirror(
            "m", List.of(Endpoint.of("https://a"), new Endpoint("https://b/v2/x", true)), null);
    TalosWriter writer = TalosWriter.of(TalosVersion.of("1.14"));
    RegistryConfig config = RegistryConfig.of(List.of(mixed), List.of(), List.of());
    assertThatThrownBy(() -> writer.legacy(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mirror m");
    assertThat(writer.documents(config)).contains("overridePath: true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.11", "1.12", "1.13", "1.14", "1.15"})
  void legacyFormIsReadBack(String version) {
    TalosVersion talos = TalosVersion.of(version);
    RegistryConfig back = read(TalosWriter.of(talos).legacy(CONFIG), talos);
    // The legacy maps have no order.
    assertThat(back.mirrors()).containsExactlyInAnyOrderEntriesOf(CONFIG.mirrors());
    assertThat(back.auths()).isEqualTo(CONFIG.auths());
    assertThat(back.tls()).isEqualTo(CONFIG.tls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.12", "1.13", "1.14", "1.15"})
  void documentsAreReadBack(String version) {
    TalosVersion talos = TalosVersion.of(version);
    for (TalosComments comments : TalosComments.values()) {
      TalosWriter writer = TalosWriter.of(talos).commenting(comments);
      assertThat(read(writer.documents(CONFIG), talos)).isEqualTo(CONFIG);
    }
  }

  private static RegistryConfig read(String text, TalosVersion version) {
    TalosFile file =
        TalosReader.read(SourceFile.of("written.yaml", text), version, FileRole.CONFIG);
    assertThat(file.findings()).isEmpty();
    return EffectiveConfig.of(file).config();
  }

  @Test
  void aRedactedKeyIsNotEncoded() {
    Tls tls = new Tls("a", new ClientIdentity("c", "******"), null, null);
    assertThat(
            TalosWriter.of(TalosVersion.of("1.14"))
                .legacy(RegistryConfig.of(List.of(), List.of(), List.of(tls))))
        .contains("key: '******'");
  }
}
