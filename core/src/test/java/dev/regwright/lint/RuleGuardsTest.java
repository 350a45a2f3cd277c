package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rules begin and end: days, versions, names that look alike. The pages show the rest. */
class RuleGuardsTest {
  /** Valid from 2016-01-15 to 2026-01-15. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBVDCB+6ADAgECAgEBMAoGCCqGSM49BAMCMBIxEDAOBgNVBAMMB1Nvb24gQ0Ew
      HhcNMTYwMTE1MDAwMDAwWhcNMjYwMTE1MDAwMDAwWjASMRAwDgYDVQQDDAdTb29u
      IENBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEtiVpnUcxZMTSai5h3kMAOoAZ
      pUuaLg+PCzzMtd14wLam/XzJXPBGGJnj1ypUCk9SpuroV7FVT69diVwzYNQNAaNC
      MEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAgQwHQYDVR0OBBYEFEJb
      E1mTNiLGaO2A39/hH+NJeGQEMAoGCCqGSM49BAMCA0gAMEUCIA6BtDUuS81D5Gti
      B8+BFYWDaKVvJaYH1JxCLrzBfhfaAiEAt93edq7n8gjKSuwTz1nEcFgF1Oo1MW1h
      uA9xmZODsMw=
      -----END CERTIFICATE-----
      """;

  private static List<Finding> lint(Target target, String text) {
    SourceFile file = SourceFile.of("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    return Linter.of(target).lint(file).findings();
  }

  private static List<Finding> lint(String talos, String text) {
    return lint(Target.talos(TalosVersion.of(talos)), text);
  }

  private static List<String> rules(String talos, String text) {
    return lint(talos, text).stream().map(Finding::rule).toList();
  }

  private static String mirror(String name, String... urls) {
    StringBuilder text = new StringBuilder("machine:\n  registries:\n    mirrors:\n");
    text.append("      ").append(name).append(":\n        endpoints:\n");
    for (String url : urls) {
      text.append("          - ").append(url).append('\n');
    }
    return text.toString();
  }

  private static String auth(String fields) {
    return "machine:\n  registries:\n    config:\n      r.example.org:\n        auth: {"
        + fields
        + "}\n";
  }

  @ParameterizedTest
  @CsvSource({
    "2016-01-14, certificate-not-yet-valid",
    "2016-01-15,",
    "2025-12-16,",
    "2025-12-17, certificate-expires-soon",
    "2026-01-15, certificate-expires-soon",
    "2026-01-16, certificate-expired",
  })
  void certificatesAreJudgedForTheDay(LocalDate today, String rule) {
    String base64 =
        Base64.getEncoder().encodeToString(CERTIFICATE.getBytes(StandardCharsets.UTF_8));
    String text =
        "machine:\n  registries:\n    config:\n      r.io:\n        tls: {ca: " + base64 + "}\n";
    Target target = Target.talos(TalosVersion.of("1.14"));
    assertThat(lint(target.withToday(today), text).stream().map(Finding::rule))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
    assertThat(lint(target, text)).isEmpty();
    String unverified = text.replace("ca: ", "insecureSkipVerify: true, ca: ");
    assertThat(lint(target.withToday(today), unverified).stream().map(Finding::rule))
        .isEqualTo(List.of("ca-with-skip-verify"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.7.7, false",
    "1.8.0, true",
    "1.8.2, true",
    "1.8.3, false",
    "1.9.0, false",
  })
  void pauseImageIsPulledWithoutCredentialsByThreeReleases(String talos, boolean affected) {
    String text =
        mirror("registry.k8s.io", "https://m.example.org")
            + "    config:\n      m.example.org:\n        auth: {username: a, password: b}\n";
    assertThat(rules(talos, text).contains("pause-image-credentials")).isEqualTo(affected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.7, true, true",
    "1.4.0, false, true",
    "1.8.4, false, true",
    "1.9.0, false, false"
  })
  void oldVersionsTreatTheMirrorForAllOthersDifferently(
      String talos, boolean ownPullsOnly, boolean noFallback) {
    List<String> rules = rules(talos, mirror("\"*\"", "https://m.example.org"));
    assertThat(rules.contains("wildcard-in-version")).isEqualTo(ownPullsOnly);
    assertThat(rules.contains("no-fallback-in-version")).isEqualTo(noFallback);
  }

  @ParameterizedTest
  @CsvSource({"1.7.7, true", "1.8.0, false"})
  void addressesInBracketsNeedContainerd2(String talos, boolean affected) {
    String text = mirror("quay.io", "https://[fd00::5]:5000", "https://m.example.org");
    assertThat(rules(talos, text).contains("ipv6-endpoint-in-version")).isEqualTo(affected);
  }

  @ParameterizedTest
  @CsvSource({
    "quay.oi, quay.io",
    "qay.io, quay.io",
    "quaay.io, quay.io",
    "dcoker.io, docker.io",
    "mcr.microsft.com, mcr.microsoft.com",
  })
  void slipsOfThePenAreFound(String written, String meant) {
    List<Finding> findings = lint("1.14", mirror(written, "https://m.example.org"));
    assertThat(findings).extracting(Finding::rule).containsExactly("registry-typo");
    assertThat(findings.get(0).help()).isEqualTo("write " + meant);
    assertThat(findings.get(0).fixes()).extracting(Fix::safe).containsExactly(false);
  }

  @ParameterizedTest
  @CsvSource({
    "gcr.io",
    "icr.io",
    "lscr.io",
    "quay.example.org",
    "docker.n8n.io",
    "registry.k8s.io:5000",
    "xdocker.io",
    "docker.elastic.co",
    "registry.example.org",
    "cgr.dev",
  })
  void otherRegistriesAreNoSlips(String name) {
    assertThat(lint("1.14", mirror(name, "https://m.example.org"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5000, true",
    "127.1.2.3, true",
    "localhost, true",
    "LOCALHOST:80, true",
    "127.0.0.1.example.org, false",
    "localhost.example.org, false",
    "1.2.3.4, false",
    "10.0.0.1:3172, false",
    "127.0.0.1:3172, false",
  })
  void onlyTheLoopbackInterfaceIsTheNodeItself(String host, boolean loopback) {
    List<String> rules = rules("1.14", mirror("quay.io", "http://" + host));
    assertThat(rules).isEqualTo(loopback ? List.of("loopback-endpoint") : List.of());
  }

  @Test
  void queryIsRemovedAndPathStays() {
    String text = mirror("quay.io", "https://m.example.org/a/?x=y#z");
    Finding finding = lint("1.14", text).get(0);
    TextEdit edit = finding.fixes().get(0).edits().get(0);
    assertThat(finding.rule()).isEqualTo("endpoint-url-parts");
    assertThat(edit.replacement()).isEqualTo("https://m.example.org/a/");
    String user = mirror("quay.io", "https://u:p@m.example.org");
    assertThat(lint("1.14", user).get(0).fixes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mirror.example.org, https://mirror.example.org",
    "10.0.0.5:5000, https://10.0.0.5:5000",
    "//mirror.example.org,",
    "ftp://mirror.example.org,",
  })
  void legacyUrlsGetTheSchemeContainerdTakes(String written, String repaired) {
    List<Finding> findings = lint("1.14", mirror("quay.io", written));
    assertThat(findings).extracting(Finding::rule).containsExactly("legacy-endpoint-url");
    assertThat(findings.get(0).fixes().stream().map(fix -> fix.edits().get(0).replacement()))
        .isEqualTo(repaired == null ? List.of() : List.of(repaired));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username: a, password: b |",
        "username: a | incomplete-credentials",
        "password: b | incomplete-credentials",
        "auth: 'YTpi' |",
        "auth: 'YTpiCg==' | credential-whitespace",
        "auth: 'YQ==' | bad-auth",
        "auth: 'YTpi=' | bad-auth",
        "auth: '${A}' |",
        "username: a, password: b, auth: '!' | unused-credential-form",
        "password: b, identityToken: t | unused-credential-form",
        "username: oauth2accesstoken, password: b | short-lived-credential",
        "username: AWS, password: b |",
        "username: '', password: ~ | empty-credentials",
        "usernme: a, password: b | unknown-key",
        "identitytoken: t | unknown-key",
        "password: [] | wrong-type",
      })
  void credentials(String fields, String rule) {
    assertThat(rules("1.14", auth(fields))).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io, https://ghcr.io:443/v2/, true", "ghcr.io, https://GHCR.io, true",
    "ghcr.io, http://ghcr.io:443, false", "ghcr.io, https://ghcr.io/v2/x/v2, false",
    "docker.io, https://registry-1.docker.io, true", "ghcr.io, https://ghcr.io:8443, false",
  })
  void upstreamIsRecognised(String name, String url, boolean upstream) {
    List<String> rules = rules("1.14", mirror(name, "https://m.example.org", url));
    assertThat(rules.contains("endpoint-is-upstream")).isEqualTo(upstream);
    List<String> first = rules("1.14", mirror(name, url, "https://m.example.org"));
    assertThat(first.contains("upstream-before-mirrors")).isEqualTo(upstream);
  }
}
