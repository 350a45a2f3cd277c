package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules advise, quote and repair, and where they hold back; the examples show the rest. */
class RuleAdviceTest {
  private static List<Finding> lint(String talos, String text) {
    SourceFile file = SourceFile.of("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    return Linter.forTalos(talos).lint(file).findings();
  }

  private static List<Finding> lint(String text) {
    return lint("1.14", text);
  }

  private static Finding only(String text) {
    List<Finding> findings = lint(text);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  /** The only finding of a rule. */
  private static Finding only(String rule, String text) {
    List<Finding> findings = lint(text).stream().filter(f -> f.rule().equals(rule)).toList();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static String mirror(String name, String... urls) {
    StringBuilder text = new StringBuilder("machine:\n  registries:\n    mirrors:\n");
    text.append("      ").append(name).append(":\n        endpoints:\n");
    for (String url : urls) {
      text.append("          - ").append(url).append('\n');
    }
    return text.toString();
  }

  private static String auth(String name) {
    return "---\napiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: "
        + name
        + "\nidentityToken: ${T}\n";
  }

  @ParameterizedTest
  @CsvSource({
    "https://ghcr.io, ghcr.io, true",
    "http://ghcr.io/, ghcr.io, false",
    "quay.io/prometheus, quay.io, false",
    "quay, quay.io, false",
    "docker, docker.io, false",
    "dockerhub, docker.io, false",
    "hub.docker.com, docker.io, false",
    "docker.io:443, docker.io, false",
    "https://index.docker.io/v1/, docker.io, false",
    "Registry.K8s.io, registry.k8s.io, false",
    "_default, *, false",
    "reg.example.org_5000_, reg.example.org:5000, false",
  })
  void misnamedMirrorsAreOfferedTheNameThatWasMeant(String name, String meant, boolean safe) {
    Finding finding = only(mirror(name, "https://m.example.org"));
    assertThat(finding.rule()).isEqualTo("mirror-name-never-matches");
    assertThat(finding.help()).isEqualTo("write " + meant);
    assertThat(finding.fixes()).extracting(Fix::safe).containsExactly(safe);
    assertThat(finding.fixes().get(0).edits().get(0).replacement())
        .isEqualTo(meant.equals("*") ? "\"*\"" : meant);
  }

  @ParameterizedTest
  @CsvSource({"harbor", "'\"*.gcr.io\"'", "_a", "'\"a:b\"'", "'\"..\"'"})
  void namesWithoutAGuessGetGeneralAdvice(String name) {
    Finding finding = only(mirror(name, "https://m.example.org"));
    assertThat(finding.help()).startsWith("write the registry as image names have it");
    assertThat(finding.fixes()).isEmpty();
  }

  @Test
  void noMirrorIsRenamedToOneThatExistsOrTwoToTheSame() {
    String text =
        mirror("https://ghcr.io", "https://m.example.org")
            + "      http://ghcr.io:\n        endpoints: [https://m.example.org]\n"
            + "      https://quay.io:\n        endpoints: [https://m.example.org]\n"
            + "      quay.io:\n        endpoints: [https://m.example.org]\n";
    assertThat(lint(text)).extracting(f -> f.fixes().size()).containsExactly(1, 0, 0);
  }

  @Test
  void pathAdviceDependsOnTheForm() {
    String url = "https://h.example.org/v2/x";
    assertThat(only(mirror("docker.io", url)).help())
        .isEqualTo("set overridePath: true on the mirror");
    assertThat(only(mirror("docker.io", url, "https://i.example.org")).help())
        .contains("end the others' paths in /v2");
    String document =
        "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: a.io\nendpoints:\n  - url: " + url;
    assertThat(only(document).help()).isEqualTo("set overridePath: true beside this url");
    assertThat(only(document).fixes()).isEmpty();
    Finding off = only(document + "\n    overridePath: false\n");
    assertThat(off.fixes().get(0).edits().get(0).replacement()).isEqualTo("true");
    assertThat(only(mirror("docker.io", url) + "        overridePath: false\n").fixes()).isEmpty();
  }

  @Test
  void duplicateQuotesContainerdUnlessItMayQuoteASecret() {
    String table = "toml: table https://m.example.org already exists";
    assertThat(only(twice("https://m.example.org")).upstream()).isEqualTo(table);
    assertThat(only("duplicate-endpoint", twice("https://u@m.example.org")).upstream()).isNull();
    assertThat(only("duplicate-endpoint", twice("https://m.example.org?a")).upstream()).isNull();
    assertThat(lint("1.7", twice("https://m.example.org")).get(0).upstream()).isNull();
  }

  private static String twice(String url) {
    return mirror("docker.io", url, url);
  }

  @Test
  void credentialAdvice() {
    assertThat(only(auth("https://h.example.org/x")).help()).isEqualTo("write h.example.org");
    assertThat(only(auth("'*.example.org'")).help())
        .isEqualTo("write the host and port of an endpoint");
    assertThat(only(auth("https://")).fixes()).isEmpty();
    assertThat(lint(auth("https://h.example.org") + auth("h.example.org")))
        .allMatch(finding -> finding.fixes().isEmpty());
    String mirror = mirror("docker.io", "https://h.example.org:1", "https://h.example.org:2");
    Finding near = only(mirror + auth("h.example.org:1") + auth("h.example.org"));
    assertThat(near.help()).startsWith("write h.example.org:2,");
    assertThat(near.related()).hasSize(1);
    assertThat(near.fixes()).extracting(Fix::safe).containsExactly(false);
  }

  @Test
  void unreachableRegistryPointsAtTheFlag() {
    String text = mirror("ghcr.io", "https://h.example.org") + "        skipFallback: true\n";
    Finding finding = only(text + auth("ghcr.io"));
    assertThat(finding.related()).extracting(r -> r.span().startLine()).containsExactly(7);
  }

  @Test
  void hubCredentialsThatShareAnEntryWithTlsAreNotRenamed() {
    String text =
        "machine:\n  registries:\n    config:\n      docker.io:\n        auth: {username: a, password: '${P}'}\n";
    assertThat(only(text).fixes()).hasSize(1);
    assertThat(lint(text + "        tls: {ca: '${CA}'}\n"))
        .hasSize(2)
        .allMatch(finding -> finding.fixes().isEmpty());
    assertThat(lint(text + auth("index.docker.io")))
        .extracting(finding -> finding.fixes().size())
        .containsExactly(1, 0);
  }

  @ParameterizedTest
  @CsvSource({"username", "password", "auth", "identityToken"})
  void documentWithCredentialsIsNotCalledEmpty(String key) {
    String legacy = "machine:\n  registries:\n    config:\n      a.io:\n        auth: {}\n---\n";
    String document = "apiVersion: v1alpha1\nkind: RegistryAuthConfig\nname: a.io\n";
    assertThat(only(legacy + document).message()).endsWith("though it sets nothing");
    assertThat(only("document-shadows-legacy", legacy + document + key + ": ${X}\n").message())
        .endsWith("the whole entry");
  }

  @ParameterizedTest
  @CsvSource({"'', true", "'~', true", "'[]', true", "'[~]', true", "'[{}]', false", "x, false"})
  void onlyListsOfNothingAreWithoutEndpoints(String endpoints, boolean reported) {
    String text =
        "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: a.io\nskipFallback: true\n";
    assertThat(lint(text + "endpoints: " + endpoints + "\n"))
        .extracting(finding -> finding.rule().equals("skip-fallback-without-endpoints"))
        .containsExactly(reported);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "5000, true", "65535, true", "65536, false", "100000, false"})
  void portsAreThoseOfTcp(String port, boolean good) {
    assertThat(lint(mirror("docker.io", "http://m.example.org:" + port)).isEmpty()).isEqualTo(good);
  }

  @Test
  void tlsOnHttpCountsTheMirrorsOfAHost() {
    String text =
        mirror("docker.io", "http://m.example.org", "http://m.example.org/v2")
            + "      ghcr.io:\n        endpoints: [http://m.example.org]\n"
            + "    config:\n      m.example.org:\n        tls: {}\n";
    assertThat(only("tls-on-http-endpoint", text).message())
        .contains("of docker.io and 1 more fail");
  }
}
