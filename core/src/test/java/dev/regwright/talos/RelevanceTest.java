package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.file;
import static dev.regwright.talos.Reading.legacy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling Talos configuration from the other YAML of a directory. */
class RelevanceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "machine: {registries: {}}",
        "Registries",
        "kind: RegistryMirrorConfig",
        "kind: RegistryAuthConfig",
        "kind: RegistryTLSConfig",
        "kind: registrymirrorconfig",
        "registry-mirror: a",
        "registry: {auth: x}",
        "egistrytls",
        "registry\nregistry\nregistry: mirror",
      })
  void mayConfigureRegistries(String text) {
    assertThat(Relevance.mayConfigureRegistries(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "machine: {}",
        "egistr",
        "registry: docker.io",
        "image:\n  registry: docker.io\n  repository: a/b\n  tag: config",
        "tls: true\nregistry: docker.io",
      })
  void cannotConfigureRegistries(String text) {
    assertThat(Relevance.mayConfigureRegistries(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "machine: {}",
        "version: v1alpha1\ndebug: true",
        "apiVersion: v1alpha1\nkind: KmsgLogConfig",
        "apiVersion: v1alpha1\nkind: registrymirrorconfig",
        "apiVersion: apps/v1\nkind: RegistryMirorConfig",
        "apiVersion: v2\nkind: RegistryTLSConfig",
        "kind: RegistryAuthConfig\napiVersion: v1alpha1\npassword: kind\nusername: u",
        "kind: RegistryAuthConfig\n\tpassword",
      })
  void isTalos(String text) {
    assertThat(file("1.14", FileRole.AUTO, text).talos()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---\n",
        "hello",
        "cluster: {name: x}",
        "debug: true",
        "cluster: a\nversion: '3'",
        "persist: true\nmachine: a string",
        "apiVersion: apps/v1\nkind: Deployment",
        "apiVersion: kubelet.config.k8s.io/v1\nkind: KubeletConfig",
        "kind: KubeletConfig",
        "name: x",
        "registries: [",
      })
  void isSomethingElse(String text) {
    assertThat(file("1.14", FileRole.AUTO, text).talos()).isFalse();
  }

  @Test
  void ofOtherFilesOnlyTheYamlIsJudged() {
    assertThat(file("1.14", FileRole.AUTO, "debug: maybe\nfoo: 1").findings()).isEmpty();
    assertThat(file("1.14", FileRole.AUTO, "a: 1\na: 2").findings()).hasSize(1);
    assertThat(file("1.14", FileRole.AUTO, "a: [").findings()).isNotEmpty();
    assertThat(file("1.14", FileRole.CONFIG, "a: 1").findings()).isNotEmpty();
  }

  @Test
  void oneDocumentOfTalosIsEnough() {
    String other = "apiVersion: apps/v1\nkind: Deployment\n---\n";
    assertThat(file("1.14", FileRole.AUTO, other + document("TLS", "")).talos()).isTrue();
    assertThat(file("1.14", FileRole.AUTO, other + legacy("mirrors: {}")).talos()).isTrue();
  }
}
