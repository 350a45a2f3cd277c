package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rules begin and end: values next to those of the examples, and what help says of them. */
class RuleEdgesTest {
  private static List<Finding> findings(String talos, String rule, String text) {
    return Linter.forTalos(talos).lint(SourceFile.of("a.yaml", text)).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }

  private static List<Finding> findings(String rule, String text) {
    return findings("1.14", rule, text);
  }

  private static Finding only(String rule, String text) {
    List<Finding> findings = findings(rule, text);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static String legacy(String mirror, String url) {
    return """
        machine:
          registries:
            mirrors:
              %s:
                endpoints: ["%s"]
        """
        .formatted(mirror, url);
  }

  private static String document(String kind, String name, String rest) {
    return "apiVersion: v1alpha1\nkind: " + kind + "\nname: " + name + "\n" + rest + "\n---\n";
  }

  private static String mirror(String name, String url) {
    return document("RegistryMirrorConfig", name, "endpoints:\n  - url: " + url);
  }

  private static String auth(String name, String rest) {
    return document("RegistryAuthConfig", name, rest);
  }

  @ParameterizedTest
  @CsvSource({
    "https://m.example.org:80, write http://m.example.org:80 or https://m.example.org",
    "http://m.example.org:443, write https://m.example.org:443 or http://m.example.org",
    "https://m.example.org:65536, use 1 to 65535",
    "https://m.example.org:0, use 1 to 65535",
    "https://m.example.org:123456, use 1 to 65535",
  })
  void portsThatCannotBeMeantComeWithOthers(String url, String help) {
    assertThat(only("endpoint-port", mirror("docker.io", url)).help()).isEqualTo(help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://m.example.org:1",
        "https://m.example.org:9443",
        "https://m.example.org:65535",
        "http://m.example.org:80",
        "https://m.example.org:443",
      })
  void portsThatMayBeMeantAreLeftAlone(String url) {
    assertThat(findings("endpoint-port", mirror("docker.io", url))).isEmpty();
  }

  /** A name that ends in no number says nothing about a port. */
  @ParameterizedTest
  @CsvSource({
    "reg.example.org:5000, http://reg.example.org, true",
    "reg.example.org:80, http://reg.example.org, false",
    "reg.example.org:abc, http://reg.example.org, false",
    "reg.example.org:5000, http://reg.example.org:, false",
    "reg.example.org:5000, https://reg.example.org, false",
    "reg.example.org:5000, http://reg.example.org/x, false",
    "reg.example.org:5000, http://Reg.example.org, true",
  })
  void theMirrorsNameMaySayThePort(String name, String url, boolean said) {
    assertThat(findings("endpoint-port", mirror("\"" + name + "\"", url))).hasSize(said ? 1 : 0);
  }

  @Test
  void whiteSpaceInABlockIsItsLineEnd() {
    String user = "username: robot\npassword: ";
    String rule = "credential-whitespace";
    assertThat(only(rule, auth("r.example.org", user + "|\n  a-password")).help())
        .isEqualTo("write |- in place of |");
    assertThat(only(rule, auth("r.example.org", user + ">\n  a-password")).help())
        .isEqualTo("write |- in place of |");
    assertThat(only(rule, auth("r.example.org", user + "'a-password '")).help())
        .isEqualTo("remove the white space");
  }

  @Test
  void whiteSpaceCountsOnBothSidesOfEveryPart() {
    String rule = "credential-whitespace";
    assertThat(only(rule, auth("r.example.org", "username: ' robot'\npassword: ${P}")).message())
        .contains("the user name with");
    assertThat(only(rule, auth("r.example.org", "identityToken: \"\\ttoken\"")).message())
        .contains("the token with");
    assertThat(findings(rule, auth("r.example.org", "username: r\npassword: ' ${P} '"))).isEmpty();
    // "robot:secret" between blanks, and with none; an empty user before "secret\n"
    assertThat(findings(rule, auth("r.example.org", "auth: IHJvYm90OnNlY3JldA=="))).hasSize(1);
    assertThat(findings(rule, auth("r.example.org", "auth: cm9ib3Q6c2VjcmV0"))).isEmpty();
    assertThat(findings(rule, auth("r.example.org", "auth: OnNlY3JldAo="))).hasSize(1);
  }

  @Test
  void dockerHubsTlsSettingsNeedAnEndpointWhereThereIsAMirror() {
    String tls = document("RegistryTLSConfig", "registry-1.docker.io", "insecureSkipVerify: true");
    assertThat(only("dockerhub-credential-key", tls).help())
        .isEqualTo("write them twice, for registry-1.docker.io (Talos) and for docker.io (pods)");
    String mirrored = tls + mirror("docker.io", "https://m.example.org");
    assertThat(only("dockerhub-credential-key", mirrored).help())
        .isEqualTo(
            "name them registry-1.docker.io and make https://registry-1.docker.io the mirror's last"
                + " endpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "mirror.example.org, do over https",
    "mirror.example.org/v2/x, do over https",
    "//mirror.example.org, do not either",
    "ftp://mirror.example.org, do not either",
    "httpmirror.example.org, do not either",
  })
  void podsTakeSomeEndpointsWithoutAScheme(String url, String words) {
    assertThat(only("legacy-endpoint-url", legacy("docker.io", url)).message())
        .contains("pods " + words + ":");
  }

  @Test
  void onePortMoreThanTheEndpointsIsANearMiss() {
    String near =
        mirror("docker.io", "https://m.example.org:9443")
            + auth("m.example.org:8443", "identityToken: ${T}");
    assertThat(only("credential-matches-no-endpoint", near).help())
        .isEqualTo("write m.example.org:9443, if they are for this endpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "registry.gitlabb.com, registry.gitlab.com",
    "docke.io, docker.io",
    "dokcer.io, docker.io",
    "quayy.io, quay.io",
  })
  void slipsOfOneLetterAreToldHoweverLongTheName(String name, String meant) {
    assertThat(only("registry-typo", mirror(name, "https://m.example.org")).help())
        .isEqualTo("write " + meant);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.9:5000, true",
    "http://127.0.0.1, true",
    "http://127.a.example.org, false",
    "http://LOCALHOST:5000, true",
    "https://[::1]:5000, true",
    "http://1.2.3.4:5000, false",
    "http://lab.example.org, false",
  })
  void loopbackIsWhatEachNodeIsToItself(String url, boolean loopback) {
    assertThat(findings("loopback-endpoint", mirror("ghcr.io", url))).hasSize(loopback ? 1 : 0);
  }

  /** The texts after "illegal base64" are Go's; {@code resolver.go} puts the rest in front. */
  @Test
  void whatIsNoBase64IsToldAsTalosTellsIt() {
    Finding plain = only("bad-auth", auth("r.example.org", "auth: robot:a-password"));
    assertThat(plain.upstream())
        .isEqualTo("error parsing auth for \"r.example.org\": illegal base64 data at input byte 5");
    assertThat(plain.help()).isEqualTo("write username and password instead of auth");
    Finding other = only("bad-auth", auth("r.example.org", "auth: robot"));
    assertThat(other.help()).isEqualTo("write base64 of user:password, or username and password");
    assertThat(other.upstream()).contains("illegal base64 data at input byte 4");
    // "robot", and ":secret", whose user is empty
    assertThat(only("bad-auth", auth("r.example.org", "auth: cm9ib3Q=")).message())
        .contains("no colon");
    assertThat(findings("bad-auth", auth("r.example.org", "auth: OnNlY3JldA=="))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'username: a, password: b, identityToken: c', username, true",
    "'username: a, password: b, auth: YTpi', username, true",
    "'password: b, identityToken: c', identityToken, true",
    "'identityToken: c, auth: YTpi', identityToken, true",
    "'password: b, auth: YTpi', auth, true",
    "'password: b, identityToken: c', identityToken, false",
    "'password: b, auth: YTpi', auth, false",
  })
  void oneFormOfCredentialsHidesAnother(String forms, String first, boolean legacy) {
    String text =
        legacy
            ? "machine: {registries: {config: {r.example.org: {auth: {" + forms + "}}}}}\n"
            : "{apiVersion: v1alpha1, kind: RegistryAuthConfig, name: r.example.org, "
                + forms
                + "}\n";
    assertThat(only("unused-credential-form", text).message())
        .isEqualTo("nothing uses this: " + first + " comes first");
  }

  @ParameterizedTest
  @CsvSource({
    "'username: a, password: b'",
    "'username: a, password: b, identityToken: c'",
    "'username: a, password: b, auth: YTpi'",
    "'identityToken: c, auth: YTpi'",
  })
  void ofADocumentTheValidatorRefusesTheRest(String forms) {
    String text =
        "{apiVersion: v1alpha1, kind: RegistryAuthConfig, name: r.example.org, " + forms + "}\n";
    assertThat(findings("unused-credential-form", text)).isEmpty();
  }

  @Test
  void theRegistryItselfIsNoMirror() {
    Finding alone = only("endpoint-is-upstream", mirror("quay.io", "https://quay.io"));
    assertThat(alone.help()).isEqualTo("remove the mirror");
    assertThat(alone.message()).startsWith("this mirror changes nothing");
    String two = mirror("quay.io", "https://m.example.org\n  - url: https://quay.io");
    Finding last = only("endpoint-is-upstream", two);
    assertThat(last.help()).isEqualTo("remove this endpoint");
    assertThat(last.message()).startsWith("the registry is asked twice");
  }

  @Test
  void everySortOfSecretMayHaveBeenForgotten() {
    String replaced = auth("r.example.org", "username: a\npassword: ${PASSWORD}");
    String rule = "secret-not-replaced";
    assertThat(findings(rule, replaced + auth("s.example.org", "auth: YTpi"))).hasSize(1);
    assertThat(findings(rule, replaced + auth("s.example.org", "identityToken: a"))).hasSize(1);
    assertThat(findings(rule, replaced + auth("s.example.org", "username: a\npassword: '******'")))
        .isEmpty();
    String key = "clientIdentity:\n  cert: a\n  key: b";
    assertThat(findings(rule, replaced + document("RegistryTLSConfig", "s.example.org", key)))
        .hasSize(1);
    assertThat(findings(rule, auth("s.example.org", "auth: YTpi"))).isEmpty();
  }

  /** What a repair would drop or repeat is left to the author. */
  @ParameterizedTest
  @CsvSource({
    "https://m.example.org, 1",
    "https://m.example.org/, 1",
    "https://robot:x@m.example.org, 0",
    "https://m.example.org?a=b, 0",
  })
  void aPathIsAddedWhereThatIsAllThereIsToDo(String url, int fixes) {
    String text = mirror("docker.io", "\"" + url + "\"\n    overridePath: true");
    Finding finding = only("override-path-without-path", text);
    assertThat(finding.fixes()).hasSize(fixes);
    assertThat(finding.help()).isEqualTo("remove overridePath, or write https://m.example.org/v2");
  }

  @Test
  void aLegacyFlagIsForTheWholeList() {
    String text =
        legacy("docker.io", "https://m.example.org") + " ".repeat(8) + "overridePath: yes\n";
    Finding finding = only("override-path-without-path", text);
    assertThat(finding.help())
        .isEqualTo(
            "write https://m.example.org/v2: overridePath holds for all endpoints of the mirror");
  }

  @ParameterizedTest
  @CsvSource({
    "1.dkr.ecr.eu-west-1.amazonaws.com, AWS, use a kubelet credential provider",
    "eu-docker.pkg.dev, oauth2accesstoken, use a service account's key",
  })
  void whatLastsLongerDependsOnTheRegistry(String host, String user, String help) {
    String text = auth(host, "username: " + user + "\npassword: ${P}");
    assertThat(only("short-lived-credential", text).help()).startsWith(help);
    assertThat(findings("short-lived-credential", auth("r.example.org", "username: AWS")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http://reg:5000, 1", "http://ab:5000, 0", "http://reg.lan:5000, 0"})
  void namesOfTwoLettersAreExamples(String url, int count) {
    assertThat(findings("dotless-endpoint", mirror("docker.io", url))).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({"true, false, 0", "false, true, 0", "true, true, 1"})
  void aKeyBesideACertificateIsOneTooMany(boolean certificate, boolean key, int count) {
    String ca =
        (certificate ? "-----BEGIN CERTIFICATE-----\nYQ==\n-----END CERTIFICATE-----\n" : "")
            + (key ? "-----BEGIN PRIVATE KEY-----\nYQ==\n-----END PRIVATE KEY-----\n" : "")
            + "# where it came from: BEGIN PRIVATE KEY\n";
    String text = document("RegistryTLSConfig", "r.example.org", "ca: |\n" + ca.indent(2));
    assertThat(findings("private-key-in-ca", text)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "https://hub.docker.com, 1",
    "https://hub.docker.com/v2, 1",
    "https://hub.docker.com/r/library, 0",
    "https://robot:x@hub.docker.com, 0",
  })
  void theWebSiteIsReplacedWhereNothingElseIsSaid(String url, int fixes) {
    Finding finding = only("dockerhub-website-endpoint", mirror("docker.io", url));
    assertThat(finding.fixes()).hasSize(fixes);
    assertThat(finding.help()).isEqualTo("write https://registry-1.docker.io");
  }

  @Test
  void credentialsAreShownBesideWhatGivesThemAway() {
    String text =
        auth("r.example.org", "username: a\npassword: ${P}")
            + document("RegistryTLSConfig", "r.example.org", "insecureSkipVerify: true");
    Finding finding = only("credentials-without-verification", text);
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.related().get(0).span().startLine()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "http://ghcr.io, 1",
    "http://ghcr.io/, 0",
    "http://robot:x@ghcr.io, 0",
    "http://ghcr.io?a=b, 0",
  })
  void httpIsReplacedWhereNothingElseIsSaid(String url, int fixes) {
    Finding finding = only("http-public-registry", mirror("quay.io", "\"" + url + "\""));
    assertThat(finding.fixes()).hasSize(fixes);
  }

  @Test
  void theMirrorForAllIsShownBesideWhatShadowsIt() {
    String text =
        mirror("'*'", "https://m.example.org")
            + document("RegistryTLSConfig", "r.example.org", "insecureSkipVerify: true");
    Finding finding = only("wildcard-shadowed", text);
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.related().get(0).span().startLine()).isEqualTo(3);
    assertThat(finding.related().get(0).message()).isEqualTo("the mirror");
  }

  /**
   * In machine.registries no validator looks at a pair, and what the page shows is wrong there too.
   */
  @Test
  void legacyPairsAreJudgedAsTheyAre() {
    RulePage page =
        RulePage.all().stream()
            .filter(one -> one.id().equals("client-identity-mismatch"))
            .findFirst()
            .orElseThrow();
    String text = page.examples().get(0).file().text();
    String cert = pem(text, "CERTIFICATE");
    String key = pem(text, "PRIVATE KEY");
    String legacy =
        """
        machine:
          registries:
            config:
              r.example.org:
                tls:
                  clientIdentity:
                    crt: %s
                    key: %s
        """;
    assertThat(findings("client-identity-mismatch", legacy.formatted(base64(cert), base64(key))))
        .hasSize(1);
    assertThat(findings("client-identity-mismatch", legacy.formatted(base64(cert), base64("a"))))
        .singleElement()
        .extracting(Finding::upstream)
        .asString()
        .contains("failed to find any PEM data in key input");
  }

  private static String pem(String text, String type) {
    int start = text.indexOf("-----BEGIN " + type);
    String end = "-----END " + type + "-----";
    return text.substring(start, text.indexOf(end, start) + end.length())
        .replaceAll(" +", " ")
        .replace("\n ", "\n")
        .concat("\n");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
