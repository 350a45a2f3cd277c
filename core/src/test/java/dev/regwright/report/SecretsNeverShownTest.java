package dev.regwright.report;

import static dev.regwright.report.ReportFixtures.ERROR;
import static dev.regwright.report.ReportFixtures.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No report shows a secret, whatever shape the file around it is in. Every line of every shape is
 * pointed at, once without any help of the reader, as if nothing had parsed, and once by the linter
 * itself.
 */
class SecretsNeverShownTest {
  private static final String BLOB = "Q0FOQVJZMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6";

  static Stream<String> shapes() {
    return Stream.concat(keys(), structures());
  }

  private static Stream<String> keys() {
    return Stream.of(
        "password: CANARY",
        "password CANARY",
        "password; CANARY",
        "\"password\" CANARY",
        "password: \"CANARY\"",
        "password: 'CANARY'",
        "password:CANARY",
        "password :  CANARY",
        "password = \"CANARY\"",
        "\"password\": \"CANARY\"",
        "'password': CANARY",
        "\"password\" : CANARY, \"x\": 1",
        "PASSWORD: CANARY",
        "passwd: CANARY",
        "pasword: CANARY",
        "passwrod: CANARY",
        "auth: CANARY",
        "atuh: CANARY",
        "token: CANARY",
        "identityToken: CANARY",
        "identitytoken: CANARY",
        "identity_token: CANARY",
        "registryToken: CANARY",
        "secret: CANARY",
        "clientSecret: CANARY",
        "secretboxEncryptionSecret: CANARY",
        "key: CANARY",
        "clientKey: CANARY",
        "apikey: CANARY",
        "credentials: CANARY",
        "authorization: Basic CANARY",
        "- password: CANARY",
        "- - password: CANARY",
        "? password\n: CANARY",
        "password: !!str CANARY",
        "password: &a CANARY",
        "password: CANARY # CANARY",
        "# password: CANARY",
        "{username: u, password: CANARY}",
        "{username: u, password: \"a, CANARY\", x: y}",
        "auth: {username: u, password: CANARY",
        "  password:\tCANARY",
        "password: a\tCANARY",
        "password: a: CANARY",
        "password: \"a\" CANARY",
        "password: \"a\"CANARY\"",
        "password: it's CANARY",
        "password: [CANARY, CANARY]",
        "tokens: [CANARY]",
        "url: https://u:CANARY@host:99999",
        "url: https://u:CAN@RY/CANARY@host",
        "- https://u:CANARY@host/v2/",
        "url: https://CANARY@host",
        "url: https://host/?token=CANARY",
        "url: u:CANARY@host",
        "x: " + BLOB,
        "- " + BLOB,
        BLOB,
        "x: -----BEGIN PRIVATE KEY-----CANARY-----END PRIVATE KEY-----",
        "x: \"-----BEGIN EC PRIVATE KEY-----\\nCANARY\\n-----END EC PRIVATE KEY-----\"");
  }

  private static Stream<String> structures() {
    return Stream.of(
        "password:\n  CANARY",
        "password:\nCANARY",
        "password:\n\n\n  CANARY",
        "password: |\n  CANARY\n  CANARY",
        "password: |\nCANARY",
        "password: >-\n  a\n\n  CANARY",
        "password: a\n  CANARY",
        "password: a\nCANARY",
        "password: \"a\n  CANARY\n  CANARY\"",
        "password: \"a\nCANARY: x\n\nCANARY",
        "password: 'it''s\n  CANARY'",
        "password: \"a \\\"\n  CANARY\"",
        "password: 'a\n  b: CANARY\n  c'\nd: e",
        "password: !!str \"a\n  CANARY: CANARY\"",
        "password:\n  x: CANARY",
        "password:\n  - CANARY\n  - CANARY",
        "password:\n- CANARY\n- CANARY",
        "tokens:\n  - CANARY",
        "auth:\n  CANARY",
        "auth:\n  pw: CANARY",
        "auth:\n  username: u\n  password:\n    CANARY",
        "auth:\n  username: u\n  password: |\n    x: CANARY\n    CANARY",
        "x:\n  unknown: CANARY",
        "clientIdentity: |\n  CANARY",
        "clientIdentity:\n  CANARY",
        "tls:\n  clientIdentity: |\n    CANARY",
        "foo: |\n  CANARY",
        "\"auth\": {\n  \"password\": \"CANARY\",\n  \"other\": \"CANARY\"\n}",
        "{password: \"a\n  CANARY\", x: y}",
        "{username: u, password: a\n  CANARY, x: y}",
        "a: {password: \"a\nCANARY\"}",
        "key: |\n  -----BEGIN EC PRIVATE KEY-----\n  CANARY\n  -----END EC PRIVATE KEY-----",
        "key: |\n-----BEGIN EC PRIVATE KEY-----\nCANARY\n-----END EC PRIVATE KEY-----",
        "x: |\n  -----BEGIN PRIVATE KEY-----\n  CANARY\n\n  CANARY",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nCANARY\n-----END RSA PRIVATE KEY-----",
        "- token: |\n    CANARY\n  name: x",
        "? token\n: |\n  CANARY",
        "name: \"x\npassword: CANARY\nfoo: \"",
        "a: [\npassword: CANARY",
        "a: b: c\n\tpassword: CANARY",
        "password: CANARY\u0000\n",
        "password: \uFEFFCANARY",
        "password: x\r  CANARY\r",
        "password: |\r\n  CANARY\r\n");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void asIfNothingHadParsed(String shape) {
    for (String text : inContext(shape)) {
      assertHidden(everyLinePointedAt(SourceFile.of("a.yaml", text)));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void asTheLinterSaysIt(String shape) {
    for (String text : inContext(shape)) {
      for (String version : List.of("1.11", "1.14")) {
        LintedFile linted = Linter.forTalos(version).lint(SourceFile.of("a.yaml", text));
        assertHidden(linted);
      }
    }
  }

  /** A fingerprint is published too, and a weak secret could be guessed from a hash of it. */
  @ParameterizedTest
  @MethodSource("shapes")
  void fingerprintsAreMadeWithoutIt(String shape) {
    List<String> one = inContext(shape.replace(BLOB, "CANARY"));
    List<String> other = inContext(shape.replace(BLOB, "CANARY").replace("CANARY", "tr0ub4dor"));
    for (int i = 0; i < one.size(); i++) {
      SourceFile source = SourceFile.of("a.yaml", one.get(i));
      SourceFile changed = SourceFile.of("a.yaml", other.get(i));
      Linter linter = Linter.forTalos("1.14");
      assertThat(fingerprints(linter.lint(source)))
          .as(one.get(i))
          .isEqualTo(fingerprints(linter.lint(changed)));
      RuleInfo syntax = Objects.requireNonNull(RuleCatalogue.find("yaml-syntax"));
      assertThat(fingerprints(everyLinePointedAt(source, syntax)))
          .as(one.get(i))
          .isEqualTo(fingerprints(everyLinePointedAt(changed, syntax)));
    }
  }

  private static List<String> fingerprints(LintedFile file) {
    return render(ReportFormat.GITLAB, file)
        .lines()
        .filter(l -> l.contains("fingerprint"))
        .toList();
  }

  private static List<String> inContext(String shape) {
    String nested = shape.replace("\n", "\n          ");
    return List.of(
        shape,
        "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: h\n"
            + shape
            + "\nskipFallback: true\n",
        "version: v1alpha1\nmachine:\n  registries:\n    config:\n      h:\n        auth:\n          "
            + nested
            + "\n          usernme: u\n",
        "machine:\n  " + shape.replace("\n", "\n  ") + "\n- broken: [\n\u0007");
  }

  private static LintedFile everyLinePointedAt(SourceFile source) {
    return everyLinePointedAt(source, ERROR);
  }

  private static LintedFile everyLinePointedAt(SourceFile source, RuleInfo rule) {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      int columns = source.lineText(line).codePointCount(0, source.lineText(line).length());
      findings.add(rule.finding(new Span(source.name(), line, 1, line, columns + 1), "this line"));
    }
    return new LintedFile(source, findings, TalosVerdict.LOAD_ERROR, List.of());
  }

  private static void assertHidden(LintedFile file) {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(render(format, file))
          .as("%s of:%n%s", format, file.source().text())
          .doesNotContain("CANARY", BLOB.substring(0, 20));
    }
  }

  @Test
  void whatIsNoSecretStaysReadable() {
    String text =
        """
        version: v1alpha1
        machine:
          registries:
            config:
              harbor.example.org:5000:
                auth:
                  username: robot$pull
                  password: "CANARY"
                tls:
                  insecureSkipVerify: true
            mirrors:
              docker.io:
                endpoints:
                  - https://harbor.example.org:5000/v2/proxy-docker.io
        ---
        apiVersion: v1alpha1
        kind: RegistryAuthConfig
        name: harbor.example.org
        username: it's
        password: >-
          CANARY
          CANARY
        ---
        apiVersion: v1alpha1
        kind: RegistryMirrorConfig
        name: docker.io # nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        endpoints:
          - url: https://m.example.org
            overridePath: true
        """;
    List<String> shown = new ArrayList<>();
    String report = render(ReportFormat.TEXT, everyLinePointedAt(SourceFile.of("a.yaml", text)));
    report
        .lines()
        .filter(l -> l.matches(" *\\d+ \\|.*"))
        .forEach(l -> shown.add(l.replaceFirst(" *\\d+ \\| ?", "")));
    String expected =
        text.replace("\"CANARY\"", "***").replace(">-\n  CANARY\n  CANARY", ">-\n  ***\n  ***");

    assertThat(String.join("\n", shown)).isEqualTo(expected);
  }

  @Test
  void aBrokenQuoteHidesNoMoreThanItsDocument() {
    String text = "password: \"CANARY\na: CANARY\n---\nname: ghcr.io\n";
    String report = render(ReportFormat.TEXT, everyLinePointedAt(SourceFile.of("a.yaml", text)));

    assertThat(report).doesNotContain("CANARY").contains("4 | name: ghcr.io\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        "=",
        "key:",
        " ",
        "\"",
        "'",
        "{",
        "- ",
        "? ",
        "@",
        "-----BEGIN ",
        "a",
        "!x ",
        "\n",
        "- a\n",
        "a:\n",
        "auth:\n"
      })
  void hostileLinesTakeLinearTime(String piece) {
    SourceFile source = SourceFile.of("a.yaml", "key: x\n  " + piece.repeat(300_000) + "\nb");
    Finding finding = ERROR.finding(source.span(0, 1), "m");
    Finding last = ERROR.finding(source.span(source.text().length(), source.text().length()), "m");
    LintedFile file = new LintedFile(source, List.of(finding, last), TalosVerdict.NONE, List.of());

    assertTimeout(Duration.ofSeconds(20), () -> render(ReportFormat.TEXT, file));
  }
}
