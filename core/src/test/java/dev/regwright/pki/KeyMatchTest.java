package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.pki.KeyMatch.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are Go's and are checked against Go in {@link GoAnswersTest}. */
class KeyMatchTest {

  @ParameterizedTest
  @CsvSource({
    "rsa-leaf.crt.pem, rsa.pkcs1.pem, MATCH",
    "rsa-leaf.crt.pem, rsa-other.key.pem, OTHER_KEY",
    "rsa-leaf.crt.pem, ed25519.key.pem, OTHER_ALGORITHM",
    "ec-ca.crt.pem, ec-params.sec1.pem, OTHER_KEY",
    "ec-ca.crt.pem, ec-nopublic.sec1.pem, MATCH",
    "ec-ca.crt.pem, ec-P-384.key.pem, OTHER_KEY",
    "ed-leaf.crt.pem, ed25519-other.key.pem, MATCH",
    "ed-leaf.crt.pem, rsa.enc.pem, UNUSABLE",
    "ed-leaf.crt.pem, rsa.pub.pem, UNUSABLE",
    "x25519-leaf.crt.pem, x25519.key.pem, UNUSABLE",
    "rsa.key.pem, rsa-leaf.crt.pem, UNUSABLE",
  })
  void comparesCertificateAndKey(String certificate, String key, Outcome outcome) {
    KeyMatch match = KeyMatch.of(PkiData.pem(certificate), PkiData.pem(key));
    assertThat(match.outcome()).isEqualTo(outcome);
    assertThat(match.upstream().isEmpty()).isEqualTo(outcome == Outcome.MATCH);
  }
}
