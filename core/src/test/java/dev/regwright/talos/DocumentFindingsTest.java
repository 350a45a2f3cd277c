package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.file;
import static dev.regwright.talos.Reading.findings;
import static dev.regwright.talos.Reading.only;
import static dev.regwright.talos.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of documents Talos cannot tell or does not know. */
class DocumentFindingsTest {
  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(
            "1.14",
            "apiVersion: v1alpha1\nkind: registrymirrorconfig",
            "Talos refuses the file: it has no document of kind registrymirrorconfig",
            "did you mean RegistryMirrorConfig?",
            "\"registrymirrorconfig\" \"v1alpha1\": not registered"),
        Arguments.of(
            "1.14",
            "apiVersion: apps/v1\nkind: Deployment",
            "Talos refuses the file: it has no document of kind Deployment",
            null,
            "\"Deployment\" \"apps/v1\": not registered"),
        Arguments.of(
            "1.14",
            "apiVersion: v1alpha2\nkind: RegistryMirrorConfig",
            "Talos refuses the file: RegistryMirrorConfig has no apiVersion v1alpha2",
            "write apiVersion: v1alpha1",
            "\"RegistryMirrorConfig\" \"v1alpha2\": not registered"),
        Arguments.of(
            "1.11.6",
            "apiVersion: v1alpha1\nkind: RegistryMirrorConfig",
            "Talos 1.11.6 refuses the file: it has no RegistryMirrorConfig",
            "it came with Talos 1.12; for older versions write machine.registries",
            "\"RegistryMirrorConfig\" \"v1alpha1\": not registered"),
        Arguments.of(
            "1.13.9",
            "apiVersion: v1alpha1\nkind: ImageCacheConfig",
            "Talos 1.13.9 refuses the file: it has no ImageCacheConfig",
            "it came with Talos 1.14",
            "\"ImageCacheConfig\" \"v1alpha1\": not registered"),
        Arguments.of(
            "1.14.0-beta.1",
            "apiVersion: v1alpha1\nkind: BGPPeerConfig",
            "Talos 1.14.0-beta.1 refuses the file: it has no BGPPeerConfig",
            "remove the document: later versions no longer have this kind",
            "\"BGPPeerConfig\" \"v1alpha1\": not registered"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysWhyTheKindIsUnknown(
      String version, String text, String message, @Nullable String help, String upstream) {
    Finding finding = only(file(version, FileRole.CONFIG, text).findings(), "unknown-kind");
    assertThat(finding.message()).isEqualTo(message);
    assertThat(finding.help()).isEqualTo(help);
    assertThat(finding.upstream()).isEqualTo(upstream);
    assertThat(finding.span().startLine()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "1.14.0-beta.0, BGPPeerConfig",
    "1.14.0, ImageCacheConfig",
    "1.14.0-alpha.1, ImageCacheConfig",
    "1.11.0, KmsgLogConfig",
    "1.12.0-beta.0, RegistryTLSConfig",
    "1.15.0, KmsgLogConfig"
  })
  void otherKindsOfTalosArePassedThrough(String version, String kind) {
    TalosFile file = file(version, FileRole.CONFIG, "apiVersion: v1alpha1\nkind: " + kind);
    assertThat(file.findings()).isEmpty();
  }

  @Test
  void longKindsAndVersionsAreCut() {
    String forty = "x".repeat(40);
    Finding finding =
        only("unknown-kind", "apiVersion: " + forty + "y\nkind: " + forty + "z\nname: a");
    assertThat(finding.upstream())
        .isEqualTo("\"" + forty + "…\" \"" + forty + "…\": not registered");
  }

  @ParameterizedTest
  @CsvSource({"kind, kind", "apiVersion, version"})
  void aKindOrVersionIsAString(String key, String what) {
    String other = key.equals("kind") ? "apiVersion: v1alpha1" : "kind: RegistryAuthConfig";
    Finding finding = only("wrong-type", other + "\n" + key + ": [a]");
    assertThat(finding.upstream())
        .isEqualTo(what + " decode: line 2: cannot construct !!seq into string");
  }

  /** The loader's slip: a value that reads like a key is taken for one. */
  @Test
  void aValueThatReadsLikeAKeyIsTakenForOne() {
    Finding last = only("value-read-as-key", document("Auth", "password: kind"));
    assertThat(place(last.span())).isEqualTo("4:11-4:15");
    assertThat(last.upstream())
        .isEqualTo("recovered: runtime error: index out of range [8] with length 8");
    Finding next = only("value-read-as-key", document("Auth", "password: kind\nusername: u"));
    assertThat(place(next.span())).isEqualTo("4:11-4:15");
    assertThat(next.upstream()).isEqualTo("\"username\" \"v1alpha1\": not registered");
    assertThat(findings("password: kind\nname: a\napiVersion: v1alpha1\nkind: RegistryAuthConfig"))
        .isEmpty();
  }

  /** Null leaves what was found before. */
  @Test
  void aNullKindIsNoKind() {
    assertThat(findings(document("Auth", "password: kind\n~: x")))
        .extracting(Finding::rule)
        .doesNotContain("value-read-as-key", "unknown-kind");
    assertThat(findings("apiVersion: v1alpha1\nkind: ''\nmachine: {}"))
        .extracting(Finding::rule)
        .containsOnly("unknown-key");
  }

  @Test
  void placeholdersAreNotJudged() {
    assertThat(findings("apiVersion: v1alpha1\nkind: ${KIND}\nname: a")).isEmpty();
    assertThat(findings("apiVersion: ${VERSION}\nkind: RegistryMirrorConfig\nname: a")).isEmpty();
  }

  @Test
  void aMissingKindIsSaidOfTheWholeDocument() {
    Finding finding = only("missing-kind", "# a comment\nname: docker.io");
    assertThat(place(finding.span())).isEqualTo("2:1-2:5");
    assertThat(finding.help())
        .isEqualTo("add kind: RegistryMirrorConfig (or RegistryAuthConfig, RegistryTLSConfig, …)");
    assertThat(finding.upstream()).isEqualTo("missing kind");
    assertThat(place(only("missing-kind", "{name: a,\n foo: b}").span())).isEqualTo("1:1-1:10");
    assertThat(place(only("missing-kind", "{}").span())).isEqualTo("1:1-1:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.14 | missing apiVersion",
        "1.12.6 | missing apiVersion",
        "1.12.5 | \"RegistryAuthConfig\" \"\": not registered"
      })
  void aMissingApiVersion(String version, String upstream) {
    List<Finding> findings =
        file(version, FileRole.CONFIG, "kind: RegistryAuthConfig\nname: a").findings();
    Finding finding = only(findings, "missing-api-version");
    assertThat(finding.upstream()).isEqualTo(upstream);
    assertThat(finding.help()).isEqualTo("add apiVersion: v1alpha1");
    assertThat(findings).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.14 | hello | not-a-document | expected a YAML document at line 1",
        "1.14 | '# c\n- a' | not-a-document | expected a YAML document at line 2",
        "1.12.2 | hello | not-a-document | recovered: expected a mapping node",
        "1.14 | '' | no-document | config not found",
        "1.14 | '---\n' | no-document | config not found",
        "1.12.2 | '' | no-document | config not found",
        "1.12.2 | '---\n' | empty-document | recovered: expected a mapping node"
      })
  void textsWithoutADocument(String version, String text, String rule, String upstream) {
    List<Finding> findings = file(version, FileRole.CONFIG, text).findings();
    assertThat(findings).hasSize(1);
    assertThat(only(findings, rule).upstream()).isEqualTo(upstream);
  }

  @Test
  void emptyDocumentsPanicBefore1123() {
    String text = "---\n---\n" + document("Mirror", "");
    assertThat(findings(text)).isEmpty();
    Finding finding = only(file("1.12.2", FileRole.CONFIG, text).findings(), "empty-document");
    assertThat(finding.message()).isEqualTo("Talos 1.12.2 panics on this empty document");
    assertThat(finding.upstream()).isEqualTo("recovered: expected a mapping node");
    assertThat(finding.span().startLine()).isLessThanOrEqualTo(2);
  }
}
