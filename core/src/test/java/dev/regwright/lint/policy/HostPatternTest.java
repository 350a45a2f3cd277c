package dev.regwright.lint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternTest {
  @ParameterizedTest
  @CsvSource({
    "a.example.org, https://a.example.org, true",
    "a.example.org, https://a.example.org:5000/v2, true",
    "A.example.org, https://a.EXAMPLE.org, true",
    "a.example.org, https://b.example.org, false",
    "a.example.org, https://a.example.org.evil.net, false",
    "a.example.org:5000, https://a.example.org:5000, true",
    "a.example.org:5000, https://a.example.org, false",
    "a.example.org:*, https://a.example.org:1, true",
    "*.example.org, https://a.b.example.org, true",
    "*.example.org, https://example.org, false",
    "*.example.org, https://a.example.org.evil.net, false",
    "*, https://x, true",
    "10.0.*, https://10.0.1.2:5000, true",
    "[::1], 'https://[::1]:5000', true",
    "a*b*c, https://axxbxxbc, true",
    "a*b*c, https://axxbxx, false",
  })
  void matchesHosts(String pattern, String url, boolean matches) {
    EndpointUrl parsed = ((UrlParse.Ok) EndpointUrl.parse(url, UrlRules.GO_1_25)).url();

    assertThat(new HostPattern(pattern).matches(parsed)).isEqualTo(matches);
  }
}
