package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserinfoTest {
  @ParameterizedTest
  @CsvSource({
    "https://user:CANARY@host/v2, https://***@host/v2",
    "https://CANARY@host, https://***@host",
    "https://u:CAN@NARY@host, https://***@host",
    "https://u:CA/N@RY@host/x, https://***@host/x",
    "https://u:CA/NARY@host/x, https://***@host/x",
    "see https://u:CANARY@a and https://u:CANARY@b!, see https://***@a and https://***@b!",
    "'https://a/x,https://u:CANARY@b', 'https://a/x,https://***@b'",
    "https://u:CANA RY@host, https://***@host",
    "user:CANARY@host:5000, ***@host:5000",
    "\"user:CANARY@host\", \"***@host\"",
    "u:CANARY:x@h@sha256:12, ***@h@sha256:12",
  })
  void hidesCredentials(String text, String masked) {
    assertThat(Userinfo.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address here",
        "https://host:5000/v2/x",
        "docker.io/library/nginx:1.25@sha256:abcdef",
        "nginx@sha256:abcdef",
        "mail me@example.org",
        "https://host/v2/x@sha256:abc",
        "https://[2001:db8::1]:5000/x",
        "@",
        "://@",
        ":@:",
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(Userinfo.masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@", "://", ":@", "://a", "https://a:b", " @", " a:b@", "a:", "@sha256:", " ://h"})
  void takesLinearTime(String piece) {
    String text = "x@y" + piece.repeat(1_000_000);

    assertTimeout(Duration.ofSeconds(20), () -> Userinfo.masked(text));
  }
}
