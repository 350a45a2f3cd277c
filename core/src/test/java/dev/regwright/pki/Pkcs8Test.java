package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.regwright.pki.Pkcs8.Already;
import dev.regwright.pki.Pkcs8.Converted;
import dev.regwright.pki.Pkcs8.Impossible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs8Test {

  static Stream<String> recorded() {
    return PkiData.names("pkcs8").stream();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void convertsAsOpenSslDid(String name) {
    Pkcs8.Result result = Pkcs8.convert(PkiData.pem(name));
    assertThat(result).isEqualTo(new Converted(PkiData.pkcs8(name)));
    assertThat(ClientIdentityCheck.talos112(PkiData.pem("ec-ca.crt.pem"), PkiData.pkcs8(name)))
        .isEmpty();
    assertThat(Pkcs8.convert(PkiData.pkcs8(name))).isEqualTo(new Already());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void convertsAsOpenSslDoes(String name) throws IOException {
    assumeTrue(!name.contains("explicit"), "OpenSSL keeps the numbers of a curve");
    ProcessBuilder openssl =
        new ProcessBuilder(
            "openssl",
            "pkcs8",
            "-topk8",
            "-nocrypt",
            "-in",
            PkiData.directory().resolve("pem").resolve(name).toString());
    Process process;
    try {
      process = openssl.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      assumeTrue(false, "no openssl");
      return;
    }
    String expected = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(Pkcs8.convert(PkiData.pem(name))).isEqualTo(new Converted(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa.key.pem", "ec-P-521.key.pem", "ed25519.key.pem", "x25519.key.pem"})
  void leavesPkcs8Alone(String name) {
    assertThat(Pkcs8.convert(PkiData.pem(name))).isEqualTo(new Already());
    assertThat(Pkcs8.convert(PkiData.block(name))).isEqualTo(new Already());
  }

  @Test
  void putsTheKeyInFrontAndUnderItsOwnName() {
    String key = PkiData.pem("ed25519.key.pem");
    assertThat(Pkcs8.convert(PkiData.pem("ed-ca.crt.pem") + key)).isEqualTo(new Converted(key));
    assertThat(Pkcs8.convert(key.replace("PRIVATE", "RSA PRIVATE"))).isEqualTo(new Converted(key));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.enc.pem, encrypted",
    "rsa.legacyenc.pem, encrypted",
    "ec.legacyenc.pem, encrypted",
    "rsa.pub.pem, no private key",
    "rsa-ca.crt.pem, no private key",
    "ec-secp256k1.sec1.pem, elliptic curve",
    "ec-secp256k1.key.pem, unknown elliptic curve",
    "dsa.trad.pem, not a private key of a known form",
    "dsa.key.pem, unknown algorithm",
    "ed448.key.pem, unknown algorithm",
  })
  void saysWhyItCannot(String name, String why) {
    assertThat(Pkcs8.convert(PkiData.pem(name)))
        .isInstanceOfSatisfying(
            Impossible.class, impossible -> assertThat(impossible.why()).contains(why));
  }

  @Test
  void aKeyWithoutCurveNeedsParameters() {
    List<PemBlock> blocks = Pem.blocks(PkiData.pem("ec-params.sec1.pem"));
    byte[] der = blocks.get(1).der().toByteArray();
    // Version, private key and public key remain: the ten bytes of the curve and its tag go.
    byte[] bare = new byte[der.length - 12];
    System.arraycopy(der, 0, bare, 0, 39);
    System.arraycopy(der, 51, bare, 39, der.length - 51);
    bare[1] = (byte) (bare.length - 2);
    String key = Pem.encode("EC PRIVATE KEY", Der.of(bare));
    assertThat(Pkcs8.convert(key)).isInstanceOf(Impossible.class);
    assertThat(Pkcs8.convert(Pem.encode("EC PARAMETERS", blocks.get(0).der()) + key))
        .isEqualTo(new Converted(PkiData.pkcs8("ec-params.sec1.pem")));
  }
}
