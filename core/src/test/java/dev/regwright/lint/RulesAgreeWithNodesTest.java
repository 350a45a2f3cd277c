package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Talos's own generators, its resolver and containerd said to configurations, held against
 * what the rules say: each rule speaks exactly where the programs fail as it claims.
 */
class RulesAgreeWithNodesTest {
  private static final String VECTORS = "upstream/talos-runtime-cases.jsonl.gz";
  private static final Pattern REQUESTS = Pattern.compile("requests go to (\\S+)/….*");

  /** A piece of the recorded output, and the rule that must speak if and only if it is there. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("already exists\"", "duplicate-endpoint"),
          Map.entry("TLS config specified for non-HTTPS registry", "tls-on-http-endpoint"),
          Map.entry("machined (no hosts)", "skip-fallback-without-endpoints"),
          Map.entry("machined https://a [", "override-path-without-path"),
          Map.entry("machined https://e [", "override-path-without-path"),
          Map.entry("error parsing client identity", "client-identity-mismatch"),
          Map.entry("machined ://", "legacy-endpoint-url"),
          Map.entry("machined mirror.local://", "legacy-endpoint-url"),
          Map.entry("machined httpmirror.local://", "legacy-endpoint-url"),
          Map.entry("machined ftp://", "legacy-endpoint-url"),
          Map.entry("CRI      https://HTTPS:", "legacy-endpoint-url"),
          Map.entry("error parsing endpoint {", "legacy-endpoint-url"));

  private record Case(String name, SourceFile file, boolean cache, String output) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    assumeTrue(Files.exists(TestData.path(VECTORS)));
    return TestData.jsonLines(VECTORS).stream().map(RulesAgreeWithNodesTest::read);
  }

  /** The recorded cache was ready; here the configuration has to say that it will be. */
  private static Case read(JsonNode record) {
    boolean cache = record.get("args").toString().contains("\"cache\"");
    String on = "---\napiVersion: v1alpha1\nkind: ImageCacheConfig\nlocal: {enabled: true}\n";
    String text = record.get("input").asText() + (cache ? "\n" + on : "");
    SourceFile file = SourceFile.of("case.yaml", text.getBytes(StandardCharsets.UTF_8));
    return new Case(record.get("name").asText(), file, cache, record.get("output").asText());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rulesSpeakWhereTheProgramsFail(Case each) {
    List<Finding> findings = Linter.forTalos("1.14").lint(each.file).findings();
    Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    for (String rule : Set.copyOf(SIGNS.values())) {
      boolean expected =
          SIGNS.entrySet().stream()
              .anyMatch(
                  sign -> sign.getValue().equals(rule) && each.output.contains(sign.getKey()));
      assertThat(rules.contains(rule)).as(rule).isEqualTo(expected);
    }
    String stopped = "GenerateHosts ERROR: ";
    assertThat(findings.stream().anyMatch(f -> f.message().contains("reaches the pods")))
        .isEqualTo(each.output.contains(stopped));
    for (Finding finding : findings) {
      Matcher requests = REQUESTS.matcher(finding.message());
      if (finding.rule().equals("path-needs-override") && requests.matches()) {
        assertThat(each.output).contains("machined " + requests.group(1) + " [");
        assertThat(each.output).contains("CRI      " + requests.group(1) + " [");
      }
    }
  }

  /** Read in the recorded output: pods go past the mirror, or go on without the settings. */
  @ParameterizedTest
  @MethodSource("cases")
  void rulesSpeakWherePodsLoseTlsSettingsOrTheMirror(Case each) {
    List<Finding> findings = Linter.forTalos("1.14").lint(each.file).findings();
    Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    assertThat(rules.contains("wildcard-shadowed"))
        .isEqualTo(each.name.equals("TLS only shadows *"));
    assertThat(rules.contains("tls-lost-on-fallback"))
        .isEqualTo(
            Set.of("TLS upstream + mirror w fallback", "mirror w/ TLS for empty-endpoint")
                .contains(each.name));
  }
}
