package dev.regwright.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.preset.PresetResult.Generated;
import dev.regwright.preset.PresetResult.Refused;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: either a URL of the expected shape, or a line that says no. */
class HostileInputTest {
  private static final List<String> PARTS =
      List.of(
          "a",
          "B",
          "7",
          ".",
          "..",
          "/",
          "//",
          ":",
          "::",
          "[",
          "]",
          "@",
          "?",
          "#",
          "%",
          "%2e",
          "%2f",
          "\\",
          "'",
          "\"",
          "`",
          "$",
          "$(",
          "{",
          "}",
          ";",
          "&",
          "|",
          "<",
          "*",
          "=",
          "-",
          "_",
          "~",
          " ",
          "\t",
          "\n",
          "\r",
          "\u0000",
          "\u007f",
          "\u00e4",
          "\u202e",
          "\ud800",
          "v2",
          "v2/",
          "http://",
          "https://",
          "docker.io",
          "common",
          "dockerhub",
          "fd00::1",
          "[fd00::1]",
          "10.0.0.1",
          ":5000",
          ".test",
          "azurecr.io",
          "-docker.pkg.dev");

  private static final Pattern PATH =
      Pattern.compile("(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)*");
  private static final Pattern NAME = Pattern.compile("[a-z0-9._:\\[\\]*-]+");
  private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e\\n…]*");

  static List<Preset> presets() {
    return Presets.ALL;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void neverBecomesPartOfAUrl(Preset preset) {
    Random random = new Random(preset.id().hashCode());
    int generated = 0;
    for (int i = 0; i < 3000; i++) {
      generated += check(preset, request(preset, random)) ? 1 : 0;
    }
    assertThat(generated).isPositive();
  }

  private static PresetRequest request(Preset preset, Random random) {
    PresetRequest usual = HintsTest.request(preset);
    String host = random.nextBoolean() ? usual.host() : text(random);
    String upstream =
        switch (random.nextInt(4)) {
          case 0 -> "docker.io";
          case 1 -> text(random);
          default -> "docker.io=" + text(random);
        };
    PresetRequest request =
        PresetRequest.of(host, preset instanceof PlainHttp ? List.of() : List.of(upstream));
    for (PresetOption option : preset.options()) {
      if (!option.choices().isEmpty()) {
        String choice = option.choices().get(random.nextInt(option.choices().size()));
        request = request.withOption(option.name(), choice);
      } else if (option.required() || random.nextInt(4) == 0) {
        request = request.withOption(option.name(), random.nextBoolean() ? "acme" : text(random));
      }
    }
    return request;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n >= 0; n--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  /** Whether something was generated. */
  private static boolean check(Preset preset, PresetRequest request) {
    PresetResult result = preset.generate(request);
    if (result instanceof Refused refused) {
      assertThat(HostTest.oneLine(refused)).as("%s for %s", refused, request).isTrue();
      return false;
    }
    Generated generated = (Generated) result;
    for (Mirror mirror : generated.mirrors()) {
      assertThat(mirror.name()).as("%s", request).matches(NAME);
      for (Endpoint endpoint : mirror.endpoints()) {
        checkUrl(endpoint, request);
      }
    }
    assertThat(generated.hints()).allMatch(hint -> TEXT.matcher(hint.text()).matches());
    assertThat(generated.notes()).allMatch(note -> TEXT.matcher(note).matches());
    return true;
  }

  private static void checkUrl(Endpoint endpoint, PresetRequest request) {
    UrlParse parse = EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26);
    assertThat(parse).as("%s for %s", endpoint, request).isInstanceOf(UrlParse.Ok.class);
    EndpointUrl url = ((UrlParse.Ok) parse).url();
    assertThat(url.path()).as("%s for %s", endpoint, request).matches(PATH);
    assertThat(url.userInfo()).isNull();
    assertThat(url.rawQuery() + url.fragment()).isEmpty();
    assertThat(url.goString()).isEqualTo(endpoint.url());
    assertThat(endpoint.overridesPath()).isEqualTo(url.path().startsWith("/v2/"));
  }
}
