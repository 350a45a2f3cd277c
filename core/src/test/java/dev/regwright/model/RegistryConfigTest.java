package dev.regwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryConfigTest {
  @Test
  void showsNoSecrets() {
    Auth auth = new Auth("a.example.org", "user", "pass-1", "auth-2", "token-3");
    assertThat(auth.toString())
        .contains("a.example.org", "user")
        .doesNotContain("pass-1", "auth-2", "token-3");
    Tls tls = new Tls("a", new ClientIdentity("cert-1", "key-2"), "ca-3", true);
    assertThat(tls.toString()).doesNotContain("cert-1", "key-2", "ca-3");
    assertThat(Endpoint.of("https://me:pw@a.example.org/v2").toString())
        .isEqualTo("https://***@a.example.org/v2");
    assertThat(Endpoint.of("me:pw@a").toString()).isEqualTo("***@a");
    Mirror mirror = new Mirror("docker.io", List.of(Endpoint.of("http://u:p@h")), null);
    assertThat(mirror.toString()).doesNotContain("u:p");
    assertThat(RegistryConfig.of(List.of(mirror), List.of(auth), List.of(tls)).toString())
        .isEqualTo("1 mirrors, 1 credentials, 1 TLS settings");
  }

  @Test
  void emptyTextsAreNull() {
    assertThat(new Auth("a", "", "", "", "").isEmpty()).isTrue();
    assertThat(new Auth("a", "", "p", null, null).isEmpty()).isFalse();
    assertThat(new Tls("a", null, "", null).ca()).isNull();
    assertThat(new ClientIdentity("", "").cert()).isNull();
  }

  @Test
  void keepsOrderAndItsOwnCopies() {
    List<Endpoint> endpoints = new ArrayList<>(List.of(Endpoint.of("https://a")));
    Mirror first = new Mirror("z", endpoints, null);
    endpoints.clear();
    assertThat(first.endpoints()).hasSize(1);
    Mirror second = new Mirror("a", List.of(), true);
    RegistryConfig config = RegistryConfig.of(List.of(first, second), List.of(), List.of());
    assertThat(config.mirrors().keySet()).containsExactly("z", "a");
    assertThat(config.mirror("a")).isEqualTo(second);
    assertThat(config.mirror("b")).isNull();
    assertThat(config.isEmpty()).isFalse();
    assertThat(second.skipsFallback()).isTrue();
  }

  @Test
  void tellsWhetherOneFlagWillDo() {
    Endpoint plain = Endpoint.of("https://a");
    Endpoint said = new Endpoint("https://b", false);
    Endpoint override = new Endpoint("https://c/v2/x", true);
    assertThat(new Mirror("m", List.of(), null).hasUniformOverridePath()).isTrue();
    assertThat(new Mirror("m", List.of(plain, said), null).hasUniformOverridePath()).isTrue();
    assertThat(new Mirror("m", List.of(plain, override), null).hasUniformOverridePath()).isFalse();
  }
}
