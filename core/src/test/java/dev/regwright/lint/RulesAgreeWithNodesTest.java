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
      Map.of(
          "already exists\"", "duplicate-endpoint",
          "TLS config specified for non-HTTPS registry", "tls-on-http-endpoint",
          "machined (no hosts)", "skip-fallback-without-endpoints",
          "machined https://a [", "override-path-without-path",
          "machined https://e [", "override-path-without-path");

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
    String stopped = "GenerateHosts ERROR: wildcard host TLS";
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
}
