package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.legacy;
import static dev.regwright.talos.Reading.only;
import static dev.regwright.talos.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.regwright.source.Finding;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the validator's errors point, and what is said to help. */
class ValidatorFindingsTest {
  private static final String BOTH = "clientIdentity needs both cert and key, each as PEM text";

  private static List<Finding> errors(String version, FileRole role, String text) {
    return TalosValidator.validate(Reading.file(version, role, text), null).stream()
        .flatMap(e -> e.findings().stream())
        .toList();
  }

  private static List<Finding> errors(String text) {
    return errors("1.14", FileRole.CONFIG, text);
  }

  @Test
  void namesAreRequired() {
    Finding none =
        only(errors("apiVersion: v1alpha1\nkind: RegistryMirrorConfig"), "name-required");
    assertThat(place(none.span())).isEqualTo("1:1-1:11");
    assertThat(none.help()).isEqualTo("add name: docker.io (the registry part of the image names)");
    assertThat(none.upstream()).isEqualTo("name must be specified");
    Finding empty = only(errors(document("Auth", "").replace("r.io", "''")), "name-required");
    assertThat(place(empty.span())).isEqualTo("3:1-3:5");
    assertThat(empty.help())
        .isEqualTo("add name: the host and port of the endpoint, such as harbor.example.org:5000");
    Finding tls = only(errors(document("TLS", "").replace("r.io", "~")), "name-required");
    assertThat(tls.help()).isEqualTo(empty.help());
  }

  @Test
  void patchesNeedNoName() {
    assertThat(errors("1.14", FileRole.PATCH, document("TLS", "ca: ''").replace("r.io", "''")))
        .isEmpty();
  }

  @Test
  void endpointsNeedAUrl() {
    String text = document("Mirror", "endpoints:\n  - url: https://a\n  - overridePath: true");
    Finding finding = only(errors(text), "endpoint-url-required");
    assertThat(place(finding.span())).isEqualTo("6:5-6:17");
    assertThat(finding.upstream()).isEqualTo("endpoints[1].url must be specified");
    assertThat(errors("1.14", FileRole.PATCH, text)).hasSize(1);
  }

  @Test
  void deletedEndpointsNeedNone() {
    String text = document("Mirror", "endpoints:\n  - overridePath: true\n    $patch: delete");
    assertThat(errors("1.14", FileRole.PATCH, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://a, the scheme ftp, ftp",
    "a.local, no scheme, ''",
    "HTTPX://a, the scheme httpx, httpx"
  })
  void endpointsAreHttp(String url, String shown, String scheme) {
    Finding finding =
        only(errors(document("Mirror", "endpoints: [{url: " + url + "}]")), "endpoint-scheme");
    assertThat(finding.message())
        .isEqualTo(
            "Talos refuses the configuration: the URL has "
                + shown
                + ", and it takes http and https only");
    assertThat(finding.help()).isEqualTo("begin the URL with https:// or http://");
    assertThat(finding.upstream())
        .isEqualTo("endpoints[0].url has unsupported scheme: \"" + scheme + "\"");
    assertThat(finding.span().startColumn()).isEqualTo(19);
  }

  @Test
  void credentialsAreOfOneForm() {
    String user = "only one of username/password or identityToken authentication can be specified";
    String auth =
        "only one of auth, username/password or identityToken authentication can be specified";
    String all = document("Auth", "username: u\nidentityToken: t\nauth: dTpw");
    assertThat(errors(all)).extracting(Finding::upstream).containsExactly(user, auth);
    assertThat(errors(all))
        .extracting(f -> place(f.span()))
        .containsExactly("5:16-5:17", "6:7-6:11");
    assertThat(errors(all))
        .extracting(Finding::help)
        .containsOnly("keep one of username and password, auth, identityToken");
    assertThat(errors(document("Auth", "auth: dTpw\nidentityToken: t")))
        .extracting(Finding::upstream)
        .containsExactly(auth);
    assertThat(errors(document("Auth", "auth: dTpw\npassword: t"))).isEmpty();
    assertThat(errors(document("Auth", "password: p\nidentityToken: t"))).isEmpty();
  }

  @Test
  void nullEntries() {
    String text = legacy("mirrors:\n  docker.io:\nconfig:\n  a: ~");
    assertThat(errors(text))
        .extracting(f -> place(f.span()) + " " + f.upstream())
        .containsExactly(
            "6:7-6:8 registries.config[\"a\"] is null",
            "4:7-4:16 registries.mirrors[\"docker.io\"] is null");
    assertThat(errors(text))
        .extracting(Finding::help)
        .containsOnly("write {} to keep an empty entry, or remove the line");
    assertThat(errors("1.14", FileRole.PATCH, text)).isEmpty();
    assertThat(errors("1.8", FileRole.CONFIG, text)).isEmpty();
  }

  /** The real loader merges aliases in maps of names, null entries included. */
  @Test
  void nullEntriesThatWereMergedIn() {
    String text =
        "machine:\n  nodeLabels: &m\n    docker.io:\n  registries:\n    mirrors:\n      <<: *m\n";
    assertThat(errors(text))
        .extracting(Finding::upstream)
        .containsExactly("registries.mirrors[\"docker.io\"] is null");
    assertThat(errors(text.replace("<<: *m", "<<: [*m]")))
        .extracting(Finding::upstream)
        .containsExactly("registries.mirrors[\"docker.io\"] is null");
    assertThat(errors(text + "      docker.io: {}\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' '                      | the text is empty",
        "/etc/ssl/ca.crt          | this looks like a file name; the content of the file belongs here",
        "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg== | this is base64 of PEM text; decode it once"
      })
  void aCaIsPem(String ca, String why) {
    Finding finding = only(errors(document("TLS", "ca: '" + ca + "'")), "ca-not-pem");
    assertThat(finding.help())
        .isEqualTo(why + "; give the PEM text of the CA in a literal block (ca: |)");
    assertThat(finding.upstream()).isEqualTo("ca must be a valid PEM-encoded certificate");
    assertThat(place(finding.span())).startsWith("4:5-4:");
  }

  @Test
  void whatIsNotACertificate() throws IOException {
    String more = "; give the PEM text of the certificate, and of nothing else, in a literal block";
    Finding none = only(errors(identity("x", pem("rsa.key.pem"))), "client-identity");
    assertThat(none.message())
        .isEqualTo("Talos refuses the configuration: the client certificate is not usable");
    assertThat(none.help()).startsWith("this is not PEM text" + more);
    assertThat(none.upstream()).isEqualTo("client identity: certificate: no PEM blocks found");
    assertThat(place(none.span())).isEqualTo("5:9-5:10");
    String both = pem("rsa-leaf.crt.pem") + pem("rsa.key.pem");
    Finding bundle = only(errors(identity(both, pem("rsa.key.pem"))), "client-identity");
    assertThat(bundle.help()).startsWith("there is something else in it" + more);
  }

  @Test
  void whatIsNotAKey() throws IOException {
    Finding none = only(errors(identity(pem("rsa-leaf.crt.pem"), "x")), "client-identity");
    assertThat(none.message())
        .isEqualTo("Talos refuses the configuration: the client key is not usable");
    assertThat(none.help())
        .isEqualTo(
            "this is not PEM text; give the PEM text of the key in a literal block (key: |)");
    assertThat(none.upstream()).isEqualTo("client identity: key: no PEM blocks found");
    String old = identity(pem("rsa-leaf.crt.pem"), pem("rsa.pkcs1.pem"));
    assertThat(errors(old)).isEmpty();
    Finding pkcs1 = only(errors("1.13", FileRole.CONFIG, old), "client-identity");
    assertThat(pkcs1.help())
        .isEqualTo(
            "Talos before 1.14 takes PKCS#8 keys only: convert it with openssl pkcs8 -topk8 -nocrypt");
    assertThat(pkcs1.upstream())
        .startsWith("client identity key is invalid: failed to parse key: x509: ");
  }

  @Test
  void aClientIdentityHasTwoParts() {
    Finding now = only(errors(document("TLS", "clientIdentity: {}")), "client-identity");
    assertThat(now.help()).isEqualTo(BOTH);
    assertThat(now.upstream()).isEqualTo("client identity: certificate is required");
    assertThat(place(now.span())).isEqualTo("4:17-4:19");
    assertThat(errors("1.13", FileRole.CONFIG, document("TLS", "clientIdentity: {}")))
        .extracting(Finding::upstream, Finding::help)
        .containsExactly(
            tuple("client identity certificate is invalid: failed to parse PEM block", BOTH),
            tuple("client identity key is invalid: failed to parse PEM block", BOTH));
  }

  @ParameterizedTest
  @CsvSource({"cert: '${CERT}'", "key: '${KEY}'"})
  void placeholdersAreNotJudged(String field) {
    assertThat(errors(document("TLS", "ca: '${CA}'\nclientIdentity: {" + field + "}"))).isEmpty();
  }

  private static String pem(String name) throws IOException {
    return Files.readString(TestData.path("pki/pem/" + name));
  }

  private static String identity(String cert, String key) {
    return document(
        "TLS", "clientIdentity:\n  cert: |\n" + cert.indent(4) + "  key: |\n" + key.indent(4));
  }
}
