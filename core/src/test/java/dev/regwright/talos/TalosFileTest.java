package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.file;
import static dev.regwright.talos.Reading.legacy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.GoYaml;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is known to be, and which of its parts must not be shown. */
class TalosFileTest {
  @ParameterizedTest
  @CsvSource({"1.11.6, V3", "1.12.11, V4_RC3", "1.13.9, V4_RC4", "1.14, V4_RC6"})
  void everyTalosHasItsYamlLibrary(String version, GoYaml yaml) {
    assertThat(TalosReader.yamlOf(TalosVersion.of(version))).isEqualTo(yaml);
  }

  @Test
  void anUndecidedFileWithPatchStatementsIsAPatch() {
    String patch = document("Mirror", "endpoints: {$patch: delete}");
    assertThat(file("1.14", FileRole.AUTO, patch).patch()).isTrue();
    assertThat(file("1.14", FileRole.AUTO, patch).findings()).isEmpty();
    assertThat(file("1.14", FileRole.CONFIG, patch).patch()).isFalse();
    assertThat(file("1.14", FileRole.AUTO, document("Mirror", "")).patch()).isFalse();
    assertThat(file("1.14", FileRole.PATCH, document("Mirror", "")).patch()).isTrue();
  }

  @Test
  void filesDescribeThemselvesWithoutTheirContent() {
    TalosFile file = file("1.14.0", FileRole.CONFIG, document("Auth", "password: s3cret"));
    assertThat(file).hasToString("config.yaml for Talos 1.14.0");
    assertThat(((TalosDocument.Auth) file.documents().get(0)).entry().toString())
        .doesNotContain("s3cret");
  }

  @Test
  void filesWithRegistries() {
    assertThat(registries(document("TLS", ""))).isTrue();
    assertThat(registries(legacy("mirrors: {}"))).isTrue();
    assertThat(registries("machine: {}")).isFalse();
    assertThat(registries("machine: {}\n---\n" + document("TLS", ""))).isTrue();
    assertThat(registries("apiVersion: v1alpha1\nkind: KmsgLogConfig")).isFalse();
  }

  private static boolean registries(String text) {
    return file("1.14", FileRole.CONFIG, text).hasRegistries();
  }

  /** What may be shown of a file must not hold what was found in these ranges. */
  static Stream<Arguments> secrets() {
    return Stream.of(
        Arguments.of(document("Auth", "username: u\npassword: p1"), "p1"),
        Arguments.of(document("Auth", "password: 'p 1'\nauth: a\nidentityToken: t"), "'p 1',a,t"),
        Arguments.of(document("Auth", "password: [p1]"), "[p1]"),
        Arguments.of(document("Auth", "password: *p").replace("r.io", "&p p1"), "p1"),
        Arguments.of(document("Auth", "password: ~"), ""),
        Arguments.of(document("TLS", "ca: c\nclientIdentity: {cert: c, key: k1}"), "k1"),
        Arguments.of(document("TLS", "clientIdentity: k1"), "k1"),
        Arguments.of(document("TLS", "ca: [c]\nname2: x"), ""),
        Arguments.of(legacy("config: {a: {auth: {username: u, password: p1}}}"), "p1"),
        Arguments.of(legacy("config: {a: {auth: p1}}"), "p1"),
        Arguments.of(
            legacy("config: {a: {tls: {clientIdentity: {crt: YQ==, key: Yg==}}}}"), "Yg=="),
        Arguments.of(legacy("config: {a: {tls: {clientIdentity: {key: '?'}}}}"), "'?'"),
        Arguments.of(legacy("mirrors: {a: {endpoints: e}}"), ""));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void knowsWhereSecretsStand(String text, String secrets) {
    SourceFile source = SourceFile.of("config.yaml", text);
    TalosFile file = TalosReader.read(source, TalosVersion.of("1.14"), FileRole.CONFIG);
    assertThat(
            file.secrets().stream()
                .map(r -> text.substring(r.start(), r.end()))
                .distinct()
                .collect(Collectors.joining(",")))
        .isEqualTo(secrets);
  }
}
