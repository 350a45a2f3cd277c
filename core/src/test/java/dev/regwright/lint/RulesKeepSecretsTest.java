package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.rules.Rules;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.Related;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import dev.regwright.upgrade.UpgradeLinter;
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

  /** The second half: one file could not hold both. */
  private static final String MORE_WRONG =
      """
      machine:
        registries:
          mirrors:
            "*":
              endpoints: ["https://robot:hunter2@mirror.gcr.io/v2/hub", "https://quay.io"]
              overridePath: true
            quay.oi:
              endpoints: [robot:hunter2@mirror.example.org, "https://robot:hunter2@"]
            k8s.gcr.io:
              endpoints: ["https://robot:hunter2@docker.io", "https://robot:hunter2@proxy/x"]
              overridePath: true
            quay.io:
              endpoints:
                - https://robot:hunter2@quay.io
                - http://robot:hunter2@127.0.0.1
                - http://robot:hunter2@a.zot.svc
                - http://robot:hunter2@ghcr.io
                - http://robot:hunter2@ghcr.io:80/?hunter2#hunter2
                - https://robot:hunter2@quay.io/v2
            registry.example.org:
              endpoints: [https://robot:hunter2@mirror.example.org]
            registry.k8s.io:
              endpoints: [https://robot:hunter2@k8s.gcr.io]
            gcr.io:
              endpoints:
                - https://robot:hunter2@gcr.io
                - https://robot:hunter2@mirror.example.org
                - https://robot:hunter2@gcr.io/v2
          config:
            ghcr.io:
              auth: {username: robot, password: hunter2, identityToken: hunter2}
            quay.io:
              auth: {password: hunter2}
              tls: {ca: aHVudGVyMg==, insecureSkipVerify: true}
            registry.example.org:
              auth: {auth: hunter2}
              tls: {ca: aHVudGVyMg==}
            other.example.org:
              auth: {password: "hunter2 "}
              tls: {ca: aHVudGVyMg==}
            123.dkr.ecr.eu-west-1.amazonaws.com:
              auth: {username: AWS, password: "${PASSWORD}"}
            "hunter2@a":
              auth: {}
              tls: {}
      """;

  /**
   * Certificates and hosts.toml are no places for these secrets, and the others need a version, a
   * lack or a fit of their own.
   */
  private static final Set<String> QUIET =
      Set.of(
          "feature-not-in-version",
          "override-path-without-path",
          "ca-is-leaf",
          "certificate-expired",
          "certificate-expires-soon",
          "certificate-not-yet-valid",
          "certificate-skipped",
          "client-identity-mismatch",
          "hosts-name-never-matches",
          "ipv6-endpoint-in-version",
          "no-fallback-in-version",
          "pause-image-credentials",
          "private-key-in-ca",
          "upgrade-moves-images",
          "upstream-not-mirrored",
          "weak-certificate",
          "wildcard-in-version");

  @Test
  void noTextOfAFindingHoldsASecret() {
    List<Finding> findings = new ArrayList<>();
    for (String text : List.of(EVERYTHING_WRONG, MORE_WRONG)) {
      SourceFile file = SourceFile.of("wrong.yaml", text.getBytes(StandardCharsets.UTF_8));
      findings.addAll(Linter.forTalos("1.14").lint(file).findings());
      for (String from : List.of("0.9.0", "1.2.0", "1.8", "1.11", "1.13")) {
        findings.addAll(upgraded(from, file).findings());
      }
    }
    assertThat(findings).isNotEmpty();
    for (Finding finding : findings) {
      assertThat(texts(finding)).noneMatch(text -> text.contains(SECRET));
    }
    Set<String> heard = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    assertThat(heard).contains("upgrade-moves-requests");
    for (Rule rule : Rules.ALL) {
      String id = rule.info().id();
      assertThat(heard.contains(id) || QUIET.contains(id)).as(id).isTrue();
    }
  }

  private static LintedFile upgraded(String from, SourceFile file) {
    Target target = Target.talos(TalosVersion.of("1.14")).upgradedFrom(TalosVersion.of(from));
    return new UpgradeLinter(FileLinter.of(Linter.of(target))).lint(file);
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
