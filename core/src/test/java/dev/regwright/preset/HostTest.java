package dev.regwright.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

  @ParameterizedTest
  @CsvSource({
    "harbor.test, https://harbor.test",
    "harbor.test:8443, https://harbor.test:8443",
    "https://harbor.test, https://harbor.test",
    "http://harbor.test:80, http://harbor.test:80",
    "HTTPS://Harbor.TEST/, https://harbor.test",
    "harbor, https://harbor",
    "my_cache.lan, https://my_cache.lan",
    "xn--bcher-kva.example, https://xn--bcher-kva.example",
    "10.5.0.1:5000, https://10.5.0.1:5000",
    "[fd00::1], https://[fd00::1]",
    "http://[FD00::1]:5000/, http://[fd00::1]:5000",
    "[::ffff:10.0.0.1]:1, https://[::ffff:10.0.0.1]:1",
    "h:65535, https://h:65535",
  })
  void accepts(String text, String url) throws RefusedException {
    assertThat(Host.parse(text, "https").url("")).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\tb",
        "a\nb",
        "a\u0000",
        "a\u001b[31m",
        "h\u00e4rbor.test",
        "\u202eharbor.test",
        "user@harbor.test",
        "https://user:secret@harbor.test",
        "harbor.test/v2",
        "harbor.test//",
        "harbor.test/..",
        "https://harbor.test/v2/proxy",
        "harbor.test\\v2",
        "harbor.test?ns=docker.io",
        "harbor.test#top",
        "harbor.test%2fv2",
        "ftp://harbor.test",
        "javascript://harbor.test",
        "//harbor.test",
        "://harbor.test",
        "https://",
        "https:///",
        "https:harbor.test",
        "harbor.test:",
        "harbor.test:0",
        "harbor.test:65536",
        "harbor.test:-1",
        "harbor.test:+1",
        "harbor.test:1e3",
        "harbor.test:5000:5000",
        "harbor.test:99999999999999999999",
        "fd00::1",
        "fd00::1:5000",
        "[fd00::1",
        "fd00::1]",
        "[fd00::1]5000",
        "[fe80::1%eth0]",
        "[fe80::1%25eth0]",
        "[10.0.0.1]",
        "[::g]",
        "[]",
        ".",
        "..",
        "a..b",
        ".harbor.test",
        "harbor.test.",
        "-harbor.test",
        "harbor-.test",
        "harbor.test-",
        "10.0.0.256",
        "10.0.0",
        "10.0.0.0.1",
        "1",
        "0x7f.1.1.1.999",
        "harbor.test\"",
        "harbor'test",
        "$(reboot)",
        "${HOST}",
        "`id`",
        "a;b",
        "a|b",
        "a&b",
        "*",
        "*.test",
        "a,b",
        "<harbor>",
      })
  void refuses(String text) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Host.parse(text, "https"))
        .satisfies(e -> assertThat(oneLine(e.result())).isTrue());
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void refusesLongNames(String text) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Host.parse(text, "https"))
        .satisfies(e -> assertThat(e.result().reason()).hasSizeLessThan(400));
  }

  static Stream<String> longTexts() {
    return Stream.of(
        "a".repeat(64) + ".test",
        "a.".repeat(127) + "test",
        "a".repeat(1_000_000),
        "1.".repeat(500_000),
        "[" + ":".repeat(500_000));
  }

  @Test
  void neverRepeatsAPassword() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Host.parse("https://user:secret@harbor.test:1:2/x?y#z", "https"))
        .satisfies(
            e ->
                assertThat(e.result().toString() + e.getMessage())
                    .doesNotContain("secret", "user:"));
  }

  /** Whether it is fit for one line of a terminal. */
  static boolean oneLine(PresetResult.Refused refused) {
    return Stream.of(refused.reason(), refused.remedy())
        .allMatch(
            text ->
                !text.isBlank()
                    && !text.endsWith(".")
                    && text.chars().noneMatch(c -> c < ' ' || (c >= 0x7f && c != '…')));
  }
}
