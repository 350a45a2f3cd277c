package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  private static CertificateFacts certificate(String name) {
    return CertificateFacts.of(PkiData.block(name)).orElseThrow();
  }

  @Test
  void readsAnAuthority() {
    CertificateFacts facts = certificate("rsa-ca.crt.pem");
    assertThat(facts.subject()).isEqualTo("C=XX,O=Example Corp\\, Ltd.,CN=Example RSA CA");
    assertThat(facts.issuer()).isEqualTo(facts.subject());
    assertThat(facts.selfIssued()).isTrue();
    assertThat(facts.ca()).isTrue();
    assertThat(facts.canSign()).isTrue();
    assertThat(facts.version()).isEqualTo(3);
    assertThat(facts.key()).isEqualTo(new KeyAlgorithm("RSA", 2048, "")).hasToString("RSA 2048");
    assertThat(facts.signature()).isEqualTo("SHA256WITHRSA");
    assertThat(facts.names()).isEmpty();
  }

  @Test
  void readsALeaf() {
    CertificateFacts facts = certificate("ec-leaf.crt.pem");
    assertThat(facts.ca()).isFalse();
    assertThat(facts.canSign()).isFalse();
    assertThat(facts.selfIssued()).isFalse();
    assertThat(facts.key()).hasToString("EC P-256");
    assertThat(facts.names())
        .containsExactly(
            "DNS:registry.local",
            "DNS:*.example.org",
            "IP:192.0.2.1",
            "IP:2001:db8:0:0:0:0:0:1",
            "email:a@example.org",
            "URI:spiffe://example.org/x");
  }

  @Test
  void readsTimes() {
    CertificateFacts expired = certificate("expired.crt.pem");
    assertThat(expired.notBefore()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(expired.notAfter()).isEqualTo(Instant.parse("2021-01-01T00:00:00Z"));
    assertThat(certificate("future.crt.pem").notAfter())
        .isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
    assertThat(GoTime.utcTime("5001010000+0130".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Instant.parse("1949-12-31T22:30:00Z"));
    assertThat(GoTime.generalizedTime("20240229120000-0100".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Instant.parse("2024-02-29T13:00:00Z"));
  }

  @Test
  void oldCertificatesMaySignWithoutSayingSo() {
    CertificateFacts facts = certificate("v1-leaf.crt.pem");
    assertThat(facts.version()).isEqualTo(1);
    assertThat(facts.ca()).isFalse();
    assertThat(facts.canSign()).isTrue();
  }

  @Test
  void keepsOtherAlphabets() {
    assertThat(certificate("utf8-ca.crt.pem").subject())
        .isEqualTo("CN=Пример ☃,O=Bücher GmbH,OU=a\\,b\\;c");
  }

  @Test
  void whatGoRefusesHasNoFacts() {
    for (String name : new String[] {"k1-ca.crt.pem", "negserial-ca.crt.pem", "rsa.key.pem"}) {
      assertThat(CertificateFacts.of(PkiData.block(name))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-ca.crt.pem, RSA 2048, SHA256WITHRSA",
    "rsa1024-ca.crt.pem, RSA 1024, SHA1WITHRSA",
    "p521-ca.crt.pem, EC P-521, SHA256WITHECDSA",
    "ed-ca.crt.pem, Ed25519, ED25519",
    "ed448-ca.crt.pem, Ed448, ED448",
    "dsa-ca.crt.pem, DSA, SHA256WITHDSA",
    "pss-ca.crt.pem, RSASSA-PSS, SHA256WITHRSAANDMGF1",
    "x25519-leaf.crt.pem, X25519, SHA256WITHECDSA",
  })
  void namesAlgorithms(String name, String key, String signature) {
    assertThat(certificate(name).key()).hasToString(key);
    assertThat(certificate(name).signature()).isEqualTo(signature);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.key.pem, PKCS8, RSA 2048",
    "rsa.pkcs1.pem, PKCS1, RSA 2048",
    "rsa-3primes.key.pem, PKCS8, RSA 2048",
    "rsa-pss.key.pem, PKCS8, RSASSA-PSS",
    "ec-P-256.key.pem, PKCS8, EC P-256",
    "ec-P-384.sec1.pem, SEC1, EC P-384",
    "ec-secp256k1.sec1.pem, SEC1, EC secp256k1",
    "ec-explicit.sec1.pem, SEC1, EC explicit",
    "ec-explicit.key.pem, PKCS8, EC explicit",
    "ec-params.sec1.pem, OTHER,",
    "ed25519.key.pem, PKCS8, Ed25519",
    "ed448.key.pem, PKCS8, Ed448",
    "x25519.key.pem, PKCS8, X25519",
    "dsa.key.pem, PKCS8, DSA",
    "dsa.trad.pem, OTHER,",
    "rsa.enc.pem, ENCRYPTED_PKCS8,",
    "ec.legacyenc.pem, LEGACY_ENCRYPTED,",
    "rsa.pub.pem, PUBLIC, RSA 2048",
    "rsa.pkcs1pub.pem, PUBLIC, RSA 2048",
    "ec.pub.pem, PUBLIC, EC P-256",
    "rsa-ca.crt.pem, OTHER,",
  })
  void tellsKeysApart(String name, KeyForm form, String algorithm) {
    KeyFacts facts = KeyFacts.of(PkiData.block(name));
    assertThat(facts.form()).isEqualTo(form);
    assertThat(facts.algorithm().map(KeyAlgorithm::toString))
        .isEqualTo(Optional.ofNullable(algorithm));
  }

  @Test
  void formsSayWhatTheyAreGoodFor() {
    assertThat(KeyForm.PKCS1.isUsable()).isTrue();
    assertThat(KeyForm.PUBLIC.isUsable()).isFalse();
    assertThat(KeyForm.LEGACY_ENCRYPTED.isEncrypted()).isTrue();
    assertThat(KeyForm.PKCS8.isEncrypted()).isFalse();
  }

  @Test
  void curvesAreThoseOfBouncyCastle() {
    for (NistCurve curve : NistCurve.values()) {
      var known = curve.parameters();
      assertThat(curve.order()).isEqualTo(known.getN());
      assertThat(NistCurve.ofOid(curve.oid())).contains(curve);
      byte[] generator = known.getG().getEncoded(false);
      assertThat(curve.publicPoint(BigInteger.ONE)).isEqualTo(generator);
      assertThatCode(() -> curve.checkPoint(generator)).doesNotThrowAnyException();
    }
  }
}
