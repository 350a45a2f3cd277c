package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text form of any value shows key material. */
class SecretsTest {

  static Stream<String> keys() {
    return PkiData.names("pem").stream().filter(name -> !name.contains(".crt."));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void nothingPrintsAKey(String name) {
    String text = PkiData.pem(name);
    StringBuilder printed = new StringBuilder();
    for (PemBlock block : Pem.blocks(text)) {
      printed
          .append(block)
          .append(block.der())
          .append(KeyFacts.of(block))
          .append(Pkcs8.convert(block));
      printed.append(parsed(block));
    }
    printed.append(Pkcs8.convert(text)).append(KeyMatch.of(PkiData.pem("ec-ca.crt.pem"), text));
    printed.append(ClientIdentityCheck.talos112(text, text));
    printed.append(ClientIdentityCheck.talos114(text, text));
    printed.append(GoBase64.decode(text.replaceAll("-----.*-----\n", "")));
    for (PemBlock block : Pem.blocks(text)) {
      String hex = HexFormat.of().formatHex(block.der().toByteArray());
      String decimal = new BigInteger(1, block.der().toByteArray()).toString();
      assertThat(printed).doesNotContain(hex.substring(0, 16)).doesNotContain(decimal);
    }
    text.lines()
        .filter(line -> line.length() > 24 && !line.startsWith("-----") && !line.contains(":"))
        .forEach(line -> assertThat(printed).doesNotContain(line.substring(0, 16)));
  }

  private static String parsed(PemBlock block) {
    try {
      return GoPrivateKey.pkcs8(block.der().shared()).toString();
    } catch (GoError e) {
      return e.text();
    }
  }
}
