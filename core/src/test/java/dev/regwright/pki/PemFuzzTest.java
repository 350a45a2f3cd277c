package dev.regwright.pki;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * PEM, certificates and keys from any text: no exception, and blocks that lie inside the text, in
 * order.
 */
class PemFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyTextIsAnswered(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = 0;
    for (PemBlock block : Pem.blocks(text)) {
      assertThat(block.start()).isGreaterThanOrEqualTo(end);
      assertThat(block.end()).isBetween(block.start() + 1, text.length());
      end = block.end();
      assertThat(CaCheck.refusal(block)).isNotNull();
    }
    assertThat(CaCheck.accepts(text)).isEqualTo(!CaCheck.accepted(text).isEmpty());
    assertThat(ClientIdentityCheck.talos112(text, text)).hasSizeLessThanOrEqualTo(2);
    assertThat(ClientIdentityCheck.talos114(text, text)).hasSizeLessThanOrEqualTo(1);
    assertThat(Pkcs8.convert(text)).isNotNull();
  }
}
