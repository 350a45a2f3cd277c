package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PemTest {
  private static final String KEY = PkiData.pem("ed25519.key.pem");
  private static final String CA = PkiData.pem("ed-ca.crt.pem");

  @Test
  void blocksKnowWhereTheyStand() {
    String text = "ä\n" + KEY + "text\n" + CA;
    assertThat(Pem.blocks(text))
        .extracting(block -> text.substring(block.start(), block.end()))
        .containsExactly(KEY.strip(), CA.strip());
  }

  @Test
  void encodingGivesTheTextBack() {
    for (String text : new String[] {KEY, CA, PkiData.pem("rsa.pkcs1.pem")}) {
      PemBlock block = Pem.first(text).orElseThrow();
      assertThat(Pem.encode(block.type(), block.der())).isEqualTo(text);
    }
    assertThat(Pem.encode("X", Der.of(new byte[0])))
        .isEqualTo("-----BEGIN X-----\n-----END X-----\n");
    assertThat(Pem.blocks(Pem.encode("X", Der.of(new byte[48])))).hasSize(1);
  }

  @Test
  void derIsAValue() {
    byte[] bytes = {1, 2, 3};
    Der der = Der.of(bytes);
    bytes[0] = 9;
    der.toByteArray()[1] = 9;
    assertThat(der).isEqualTo(Der.of(new byte[] {1, 2, 3})).hasSameHashCodeAs(der);
    assertThat(der).isNotEqualTo(Der.of(bytes)).hasToString("Der[3 bytes]");
  }

  @ParameterizedTest
  @CsvSource({
    "CERTIFICATE, true, false",
    "PRIVATE KEY, false, true",
    "RSA PRIVATE KEY, false, true",
    "XPRIVATE KEY, false, false",
    "PUBLIC KEY, false, false",
  })
  void typesSayWhoReadsABlock(String type, boolean certificate, boolean key) {
    PemBlock block = Pem.first(Pem.encode(type, Der.of(new byte[1]))).orElseThrow();
    assertThat(block.isPlainCertificate()).isEqualTo(certificate);
    assertThat(block.isPrivateKey()).isEqualTo(key);
  }

  @ParameterizedTest
  @EnumSource(
      value = PemTrouble.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "MALFORMED",
        "KEY_ONLY",
        "REQUEST",
        "TRUSTED_CERTIFICATE",
        "PKCS7",
        "HEADERS",
        "OTHER_TYPE"
      })
  void saysWhyThereIsNoBlock(PemTrouble trouble) {
    assertThat(PemTrouble.of(example(trouble))).contains(trouble);
    assertThat(PemTrouble.ofCertificates(example(trouble))).contains(trouble);
    assertThat(trouble.hint()).isNotBlank();
  }

  private static String example(PemTrouble trouble) {
    return switch (trouble) {
      case EMPTY -> " \n";
      case BASE64_OF_PEM -> Base64.getEncoder().encodeToString(CA.getBytes(StandardCharsets.UTF_8));
      case BASE64_WITHOUT_ARMOUR -> CA.replaceAll("-----.*-----\n", "");
      case FILE_NAME -> "/etc/ssl/ca.pem";
      case ESCAPED_NEWLINES -> CA.replace("\n", "\\n");
      case ONE_LINE -> CA.replace("\n", " ");
      case INDENTED -> CA.replace("\n", "\n  ");
      case BROKEN_BEGIN -> CA.replaceFirst("-----\n", "---\n");
      case NO_END -> CA.substring(0, 200);
      case NO_BEGIN -> CA.substring(30);
      case OTHER_END -> CA.replace("END CERTIFICATE", "END KEY");
      case WRONG_DASHES -> CA.replace("-----", "----");
      case ABBREVIATED -> "-----BEGIN CERTIFICATE-----\nMIID...AQAB\n-----END CERTIFICATE-----\n";
      case BAD_BODY -> CA.replaceFirst("M", "*");
      case NOT_PEM -> "changeme";
      default -> throw new IllegalArgumentException(trouble.name());
    };
  }

  @Test
  void saysWhyBlocksAreNoCertificates() {
    assertThat(PemTrouble.ofCertificates(CA)).isEmpty();
    assertThat(PemTrouble.of(KEY)).isEmpty();
    assertThat(PemTrouble.ofCertificates(KEY)).contains(PemTrouble.KEY_ONLY);
    assertThat(certificates("rsa.csr.pem")).contains(PemTrouble.REQUEST);
    assertThat(certificates("trusted.crt.pem")).contains(PemTrouble.TRUSTED_CERTIFICATE);
    assertThat(certificates("bundle.p7.pem")).contains(PemTrouble.PKCS7);
    assertThat(certificates("list.crl.pem")).contains(PemTrouble.OTHER_TYPE);
    assertThat(certificates("negserial-ca.crt.pem")).contains(PemTrouble.MALFORMED);
    assertThat(PemTrouble.ofCertificates(CA.replaceFirst("-----\n", "-----\na: b\n\n")))
        .contains(PemTrouble.HEADERS);
    assertThat(PemTrouble.ofCertificates(PkiData.pem("list.crl.pem") + KEY))
        .contains(PemTrouble.KEY_ONLY);
  }

  private static Optional<PemTrouble> certificates(String name) {
    return PemTrouble.ofCertificates(PkiData.pem(name));
  }

  @Test
  void poolsTakeOnlyWhatGoParses() {
    String text = KEY + PkiData.pem("negserial-ca.crt.pem") + CA + PkiData.pem("trusted.crt.pem");
    assertThat(CaCheck.accepted(text)).containsExactly(Pem.blocks(text).get(2));
    assertThat(CaCheck.refusal(PkiData.block("negserial-ca.crt.pem")))
        .isEqualTo("x509: negative serial number");
  }
}
