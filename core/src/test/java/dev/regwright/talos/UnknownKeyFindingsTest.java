package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.findings;
import static dev.regwright.talos.Reading.legacy;
import static dev.regwright.talos.Reading.only;
import static dev.regwright.talos.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.regwright.source.Finding;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of keys Talos does not know: where they belong, or what was meant. */
class UnknownKeyFindingsTest {
  private static final String PATCH_HELP =
      "$patch is for patches only: apply this file with --patch, or remove the key";
  private static final String MERGE_HELP =
      "Talos refuses merge keys here: repeat the keys, or use an alias for a whole value";

  static Stream<Arguments> keys() {
    return Stream.of(
        Arguments.of(
            document("Mirror", "overridePath: true"),
            "RegistryMirrorConfig has no key overridePath",
            "overridePath belongs to each endpoint, beside its url"),
        Arguments.of(
            document("TLS", "clientIdentity: {crt: x}"),
            "Talos knows no key crt here",
            "in documents the key is cert, and its value is PEM text, not base64"),
        Arguments.of(
            legacy("config: {a: {tls: {clientIdentity: {cert: x}}}}"),
            "Talos knows no key cert here",
            "in machine.registries the key is crt, and its value is base64 of the PEM text"),
        Arguments.of(document("TLS", "$patch: delete"), tls("$patch"), PATCH_HELP),
        Arguments.of(
            document("Mirror", "endpoints: [{url: https://a, <<: {overridePath: true}}]"),
            "an endpoint has no key <<",
            MERGE_HELP),
        Arguments.of(
            document("Mirror", "endpoints: [{url: https://a, overidePath: true}]"),
            "an endpoint has no key overidePath",
            "did you mean overridePath?"),
        Arguments.of(
            document("Auth", "identitytoken: x"),
            "RegistryAuthConfig has no key identitytoken",
            "did you mean identityToken?"),
        Arguments.of(
            "machine: {}\nmachines: {}",
            "a machine configuration has no key machines",
            "did you mean machine?"),
        // The same words elsewhere mean nothing special.
        Arguments.of(
            document("Auth", "overridePath: true"),
            "RegistryAuthConfig has no key overridePath",
            null),
        Arguments.of(document("TLS", "crt: x"), tls("crt"), null),
        Arguments.of(document("TLS", "cert: x"), tls("cert"), null),
        Arguments.of(
            document("Mirror", "endpoints: [{url: https://a, apiVersion: v1alpha1}]"),
            "an endpoint has no key apiVersion",
            null));
  }

  private static String tls(String key) {
    return "RegistryTLSConfig has no key " + key;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void saysWhereTheKeyBelongs(String text, String message, @Nullable String help) {
    Finding finding = only("unknown-key", text);
    assertThat(finding.message()).isEqualTo(message);
    assertThat(finding.help()).isEqualTo(help);
    String key = message.replaceFirst(" here$", "").replaceFirst(".* ", "");
    assertThat(finding.upstream()).isEqualTo("unknown keys found during decoding: " + key);
  }

  @Test
  void aDocumentWithoutKindIsTakenForAMachineConfiguration() {
    String text = "apiVersion: v1alpha1\nname: docker.io\nfoo: 1";
    assertThat(findings(text))
        .extracting(f -> place(f.span()), Finding::message, Finding::help)
        .containsExactly(
            tuple("1:1-1:11", "a machine configuration has no key apiVersion", kindHelp()),
            tuple("2:1-2:5", "a machine configuration has no key name", kindHelp()),
            tuple("3:1-3:4", "a machine configuration has no key foo", null));
  }

  private static String kindHelp() {
    return "without a kind Talos takes the document for a machine configuration: add kind: …";
  }

  @Test
  void longKeysAreCut() {
    String forty = "k".repeat(40);
    assertThat(only("unknown-key", document("Auth", forty + ": 1")).message())
        .isEqualTo("RegistryAuthConfig has no key " + forty);
    assertThat(only("unknown-key", document("Auth", forty + "k: 1")).message())
        .isEqualTo("RegistryAuthConfig has no key " + forty + "…");
  }

  @Test
  void keysBehindAnAliasAreIgnoredByTalosAndToldAsOurWord() {
    String text =
        document("Mirror", "endpoints: [&e {url: https://a, overidePath: true}]\n---\n")
            + document("Mirror", "endpoints: [*e]").replace("r.io", "s.io");
    assertThat(only("unknown-key", text).span().startLine()).isEqualTo(4);
    Finding ignored = only("ignored-key", text);
    assertThat(ignored.message())
        .isEqualTo("Talos silently ignores overidePath: it does not check keys behind an alias");
    assertThat(ignored.help()).isEqualTo("did you mean overridePath?");
    assertThat(ignored.upstream()).isNull();
  }

  @Test
  void anAliasIsNoKey() {
    String text = document("Auth", "username: &u password\n*u : secret\n");
    Finding finding = only("unknown-key", text);
    assertThat(place(finding.span())).isEqualTo("5:1-5:3");
    assertThat(finding.message()).isEqualTo("Talos takes no alias as a key");
    assertThat(finding.upstream()).isEqualTo("unexpected mapping key type");
  }

  @Test
  void aListInPlaceOfAMappingIsToldTwice() {
    Finding finding = only("unknown-key", document("TLS", "clientIdentity: [a]"));
    assertThat(finding.message()).isEqualTo("Talos takes no list here");
    assertThat(finding.upstream())
        .isEqualTo("unexpected type for yaml sequence: meta.CertificateAndKey");
  }

  @Test
  void mergeKeysAreFineInMapsOfNames() {
    String text =
        """
        machine:
          sysctls: &m
            docker.io: {endpoints: [https://a]}
          registries:
            mirrors:
              <<: *m
        """;
    assertThat(findings(text)).isEmpty();
    assertThat(findings(text.replace("<<: *m", "<<: {docker.io: {}}")))
        .extracting(f -> f.rule() + " " + f.span().startLine())
        .containsExactly("unknown-key 6");
    assertThat(findings(text.replace("endpoints:", "endpoint:")))
        .extracting(f -> f.rule() + " " + f.span().startLine())
        .containsExactly("ignored-key 3");
  }
}
