package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.rules.Rules;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Related;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever stands where it should not, no rule repeats a secret. */
class RulesKeepSecretsTest {
  private static final String SECRET = "hunter2";

  private static final String EVERYTHING_WRONG =
      """
      machine:
        registries:
          mirrors:
            https://robot:hunter2@ghcr.io:
              endpoints:
                - https://robot:hunter2@mirror.example.org/v2/ghcr?token=hunter2
                - https://robot:hunter2@mirror.example.org/v2/ghcr?token=hunter2
            robot:hunter2@quay.io:
              endpoints: [https://hunter2@mirror.example.org:80]
              overridePath: true
            docker.io:
              endpoints: [http://robot:hunter2@10.0.0.5:5000]
            gcr.io:
              endpoints: []
              skipFallback: true
          config:
            https://robot:hunter2@registry.example.org:
              auth: {username: robot, password: hunter2}
            10.0.0.5:5000:
              tls: {insecureSkipVerify: true}
            10.0.0.5:
              auth: {username: robot, password: hunter2}
            https://robot:hunter2@index.docker.io/v1/:
              auth: {username: robot, password: hunter2}
            "*":
              auth: {username: robot, password: hunter2}
      ---
      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: "10.0.0.5"
      identityToken: hunter2
      """;

  @Test
  void noTextOfAFindingHoldsASecret() {
    SourceFile file =
        SourceFile.of("wrong.yaml", EVERYTHING_WRONG.getBytes(StandardCharsets.UTF_8));
    List<Finding> findings = Linter.forTalos("1.14").lint(file).findings();
    assertThat(findings).isNotEmpty();
    for (Finding finding : findings) {
      assertThat(texts(finding)).noneMatch(text -> text.contains(SECRET));
    }
    Set<String> heard = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    Set<String> quiet = Set.of("feature-not-in-version", "override-path-without-path");
    for (Rule rule : Rules.ALL) {
      String id = rule.info().id();
      assertThat(heard.contains(id) || quiet.contains(id)).as(id).isTrue();
    }
  }

  private static List<String> texts(Finding finding) {
    List<String> texts = new ArrayList<>();
    texts.add(finding.message());
    texts.add(String.valueOf(finding.help()));
    texts.add(String.valueOf(finding.upstream()));
    finding.related().stream().map(Related::message).forEach(texts::add);
    for (Fix fix : finding.fixes()) {
      texts.add(fix.title());
      fix.edits().stream().map(TextEdit::replacement).forEach(texts::add);
    }
    return texts;
  }
}
