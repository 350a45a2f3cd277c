package dev.regwright.talos;

import static dev.regwright.talos.Reading.document;
import static dev.regwright.talos.Reading.findings;
import static dev.regwright.talos.Reading.legacy;
import static dev.regwright.talos.Reading.only;
import static dev.regwright.talos.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of values Talos cannot decode: in plain words, and never with a secret. */
class TypeFindingsTest {
  private static final String DASHES = "put \"- \" before each item";
  private static final String PLAIN_LIST = "legacy endpoints are a plain list of URLs";
  private static final String PLAIN_URLS =
      "legacy endpoints are plain URLs; \"url:\" belongs to RegistryMirrorConfig documents";
  private static final String NO_QUOTES = "write true or false without quotes";

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            document("Mirror", "endpoints: [https://a]"),
            "a mapping",
            "a string",
            "write each endpoint as \"- url: …\"; a plain list of URLs is the legacy form",
            "!!str `https://a` into cri.RegistryEndpoint"),
        Arguments.of(
            document("Mirror", "endpoints: {}"),
            "a list",
            "a mapping",
            DASHES,
            "!!map into []cri.RegistryEndpoint"),
        Arguments.of(
            document("Mirror", "endpoints: [[a]]"),
            "a mapping",
            "a list",
            null,
            "!!seq into cri.RegistryEndpoint"),
        Arguments.of(
            document("TLS", "clientIdentity: true"),
            "a mapping",
            "a boolean",
            null,
            "!!bool `***` into meta.CertificateAndKey"),
        Arguments.of(
            legacy("mirrors: {a: {endpoints: {url: b}}}"),
            "a list",
            "a mapping",
            PLAIN_LIST,
            "!!map into []string"),
        Arguments.of(
            legacy("mirrors: {a: {endpoints: b}}"), "a list", "a string", DASHES, "!!str `b`"),
        Arguments.of(
            legacy("mirrors: {a: {endpoints: [{url: b}]}}"),
            "a string",
            "a mapping",
            PLAIN_URLS,
            "!!map into string"),
        Arguments.of(
            legacy("mirrors: []"),
            "a mapping",
            "a list",
            null,
            "!!seq into map[string]*v1alpha1.RegistryMirrorConfig"),
        Arguments.of(
            document("Mirror", "skipFallback: \"true\""),
            "true or false",
            "a string",
            NO_QUOTES,
            "!!str `true` into bool"),
        Arguments.of(
            document("Mirror", "skipFallback: 1"),
            "true or false",
            "a number",
            NO_QUOTES,
            "!!int `1` into bool"),
        Arguments.of(
            document("Mirror", "skipFallback: 1.5"),
            "true or false",
            "a number",
            NO_QUOTES,
            "!!float `1.5` into bool"),
        Arguments.of(
            document("Auth", "username: 2020-01-02"),
            "a string",
            "a date",
            "put the value in quotes: unquoted it is a date",
            "!!timestamp `2020-01-02` into string"),
        Arguments.of(
            document("Mirror", "endpoints: [https://ab.example]"),
            "a mapping",
            "a string",
            "write each endpoint as \"- url: …\"; a plain list of URLs is the legacy form",
            "!!str `https:/...` into cri.RegistryEndpoint"),
        Arguments.of(
            document("Auth", "username: [a]"), "a string", "a list", null, "!!seq into string"),
        Arguments.of(
            document("Auth", "username: {a: b}"),
            "a string",
            "a mapping",
            null,
            "!!map into string"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void saysWhatTalosExpects(
      String text, String expected, String found, @Nullable String help, String upstream) {
    Finding finding = only("wrong-type", text);
    assertThat(finding.message())
        .isEqualTo("Talos expects " + expected + " here and found " + found);
    assertThat(finding.help()).isEqualTo(help);
    assertThat(finding.upstream())
        .startsWith("line " + finding.span().startLine() + ": cannot construct ")
        .contains(upstream);
  }

  @Test
  void badBase64OfYamlIsNoString() {
    Finding finding = only("wrong-type", document("Auth", "username: !!binary '?'"));
    assertThat(finding.message())
        .isEqualTo("Talos expects a string here and found binary data that is not base64");
  }

  @ParameterizedTest
  @CsvSource({"password", "auth", "identityToken"})
  void secretsOfAWrongTypeAreNotShown(String field) {
    String text = document("Auth", field + ": 2020-01-02");
    assertThat(only("wrong-type", text).upstream())
        .isEqualTo("line 4: cannot construct !!timestamp `***` into string");
  }

  @ParameterizedTest
  @CsvSource({
    // what is written | what is underlined: one line, and of a block the place it begins
    "'name:\n  - a', 4:3-4:4",
    "'name: [a, b]', 3:7-3:13",
    "'name: [a,\n  b]', 3:7-3:10",
    "'name: [a,\r\n  b]', 3:7-3:10",
    "'name: []', 3:7-3:9",
    "'name:\n  a: b', 4:3-4:4",
    "'name: {a: b}', 3:7-3:13",
    "'name: {}', 3:7-3:9",
    "'skipFallback: |\n  yesterday', 3:15-3:16",
    "'skipFallback: >-\n  yesterday', 3:15-3:16",
    "'skipFallback: \"a\n  b\"', 3:15-3:17",
    "'skipFallback: maybe', 3:15-3:20",
  })
  void underlinesTheValue(String rest, String place) {
    String text = "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\n" + rest;
    assertThat(place(only("wrong-type", text).span())).isEqualTo(place);
  }

  @Test
  void templatesAreNotJudged() {
    String text =
        """
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: {{ registry }}
        skipFallback: {{ skip }}
        """;
    assertThat(findings(text)).isEmpty();
    assertThat(findings(text.replace("{{ skip }}", "{a: b}"))).hasSize(1);
  }

  @Test
  void keysOfMapsAreStrings() {
    assertThat(only("wrong-type", legacy("mirrors: {[a]: {}}")).upstream())
        .isEqualTo("line 3: cannot construct !!seq into string");
  }

  @Test
  void nothingBelowAKeyThatIsNoStringIsJudged() {
    assertThat(findings(legacy("mirrors: {[a]: {endpoints: {}}}")))
        .filteredOn(f -> f.rule().equals("wrong-type"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\" https://a\"' | remove the white space around the URL",
        "'\"https://a \"' | remove the white space around the URL",
        "192.168.1.1:5000 | begin it with https:// or http://",
        "http://a:abc | a port is a number; put an IPv6 address in brackets, as in https://[fd00::1]:5000",
        "http://a b | write it as https://host[:port][/path]"
      })
  void saysHowToWriteAUrl(String url, String help) {
    Finding finding = only("bad-url", document("Mirror", "endpoints:\n  - url: " + url));
    assertThat(finding.help()).isEqualTo(help);
    assertThat(finding.span().startLine()).isEqualTo(5);
  }

  @Test
  void aUrlThatDoesNotParseIsShownAsGoShowsIt() {
    Finding finding = only("bad-url", document("Mirror", "endpoints: [{url: 'http://a:abc'}]"));
    assertThat(finding.message())
        .isEqualTo("Talos cannot parse this URL: invalid port \":abc\" after host");
    assertThat(finding.upstream())
        .isEqualTo("line 4: parse \"http://a:abc\": invalid port \":abc\" after host");
  }

  @ParameterizedTest
  @CsvSource({"http://user:s3cret@a:s3cret", "@s3cret:a"})
  void aUrlThatMayHoldAPasswordIsNotShown(String url) {
    Finding finding = only("bad-url", document("Mirror", "endpoints: [{url: '" + url + "'}]"));
    assertThat(finding.toString()).doesNotContain("s3cret");
    assertThat(finding.upstream()).startsWith("line 4: parse \"…\": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'aGVs bG8=' # remove the spaces: a folded block (>) joins lines with spaces, a literal one (|) does not",
        "' aGVsbG8=' # remove the spaces: a folded block (>) joins lines with spaces, a literal one (|) does not",
        "aGVsbG8- # this is the URL alphabet of base64; Talos takes the standard one (+ and /)",
        "-GVsbG8= # this is the URL alphabet of base64; Talos takes the standard one (+ and /)",
        "aGVsbG8_ # this is the URL alphabet of base64; Talos takes the standard one (+ and /)",
        "_GVsbG8= # this is the URL alphabet of base64; Talos takes the standard one (+ and /)",
        "aGVsbG8 # use standard base64 with its padding (=)"
      })
  void saysWhatIsWrongWithBase64(String value, String help) {
    Finding finding = only("bad-base64", legacy("config: {a: {tls: {ca: '" + value + "'}}}"));
    assertThat(finding.message())
        .isEqualTo("Talos cannot decode this value: it is not strict base64");
    assertThat(finding.help()).isEqualTo(help);
  }

  @Test
  void pemIsNotBase64OfPem() {
    String text = legacy("config:\n  a:\n    tls:\n      ca: |\n        -----BEGIN X-----");
    Finding finding = only("bad-base64", text);
    assertThat(finding.message())
        .isEqualTo(
            "legacy certificate fields hold base64 of the PEM text, and this is the PEM text itself");
    assertThat(finding.help())
        .isEqualTo(
            "encode it (base64 -w0 FILE), or move it to a RegistryTLSConfig document, which takes PEM as it is");
    assertThat(finding.upstream()).isEqualTo("line 6: illegal base64 data at input byte 0");
    assertThat(place(finding.span())).isEqualTo("6:15-6:16");
  }

  @Test
  void aCustomTagIsShownWithoutItsCollection() {
    assertThat(only("wrong-type", document("Auth", "username: !foo [a]")).upstream())
        .isEqualTo("line 4: cannot construct !foo `` into string");
  }
}
