package dev.regwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** URLs from any text: no exception, and what was read can be read again and means the same. */
class EndpointUrlFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyTextIsAnswered(FuzzedDataProvider data) {
    UrlRules rules = data.pickValue(UrlRules.values());
    String text = data.consumeRemainingAsString();
    UrlParse parse = EndpointUrl.parse(text, rules);
    assertThat(EndpointUrl.parse(text, rules)).isEqualTo(parse);
    if (parse instanceof UrlParse.Failed failed) {
      assertThat(failed.message()).startsWith("parse ");
      return;
    }
    EndpointUrl url = ((UrlParse.Ok) parse).url();
    assertThat(url.hostname().length() + url.port().length())
        .isLessThanOrEqualTo(url.host().length());
    if (url.userInfo() != null && url.userInfo().indexOf(':') >= 0 && !url.omitHost()) {
      assertThat(url.toString()).contains(":xxxxx@");
    }
  }
}
