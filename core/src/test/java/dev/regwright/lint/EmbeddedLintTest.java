package dev.regwright.lint;

import static dev.regwright.lint.EmbeddedPositionsTest.applied;
import static dev.regwright.lint.EmbeddedPositionsTest.indented;
import static dev.regwright.lint.EmbeddedPositionsTest.lint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.talos.TalosFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patches inside other files are found, as text, as mappings and as JSON patches, and nothing else
 * is.
 */
class EmbeddedLintTest {
  @Test
  void quotedPatchesAreLintedToo() {
    String file =
        """
        configPatches:
          - "machine:\\n  registries:\\n    mirrors:\\n      hub.docker.com: {endpoints: [https://a]}\\n"
          - '{"machine": {"registries": {"mirrors": {"hub.docker.com": {"endpoints": ["https://a"]}}}}}'
        """;
    List<Finding> findings = lint(file).findings();
    assertThat(findings).hasSize(2).allMatch(f -> f.rule().equals("mirror-name-never-matches"));
    SourceFile source = SourceFile.of("talconfig.yaml", file);
    for (Finding finding : findings) {
      int start = source.lineStart(finding.span().startLine()) + finding.span().startColumn() - 1;
      assertThat(file.substring(start)).containsPattern("^\"?hub.docker.com");
      String repaired = applied(file, finding.fixes().get(0));
      assertThat(repaired).contains("docker.io");
      assertThat(lint(repaired).findings()).hasSize(1);
    }
  }

  @Test
  void mappingsBelowPatchesAreLintedInPlace() {
    String file =
        """
        kind: Cluster
        name: c
        patches:
          - idOverride: mirrors
            inline:
              machine:
                registries:
                  mirrors:
                    hub.docker.com:
                      endpoints:
                        - https://a
                  config:
                    a: {auth: {username: u, password: hunter2}}
          - inline:
              apiVersion: v1alpha1
              kind: RegistryMirrorConfig
              name: index.docker.io
              endpoint: []
          - file: mirrors.yaml
          - kind: RegistryMirorConfig
            apiVersion: v1alpha1
        """;
    LintedFile linted = lint(file);
    assertThat(linted.findings().stream().map(f -> f.span().startLine() + " " + f.rule()))
        .containsExactly(
            "9 mirror-name-never-matches",
            "17 mirror-name-never-matches",
            "18 unknown-key",
            "20 unknown-kind");
    assertThat(linted.secrets().stream().map(r -> file.substring(r.start(), r.end())))
        .containsExactly("hunter2");
    String repaired = applied(file, linted.findings().get(0).fixes().get(0));
    assertThat(lint(repaired).findings()).hasSize(3);
  }

  @Test
  void jsonPatchesAreReadAsWhatTheyAdd() {
    String file =
        """
        spec:
          configPatches:
            - op: add
              path: /machine/registries/mirrors/hub.docker.com
              value:
                endpoints: [https://a, 10.0.0.5:5000]
            - {op: replace, path: /machine/registries, value: {mirors: {}}}
            - {op: add, path: /machine/registries/mirrors/a.io/endpoints/-, value: https://b/v2/x}
            - {op: remove, path: /machine/registries/mirrors/b.io}
            - {op: add, path: /machine/install/disk, value: /dev/sda}
            - {op: test, path: /machine/registries, value: {nothing: 1}}
          strategicPatches:
            - |
              - op: add
                path: /machine/registries/mirrors
                value: {hub.docker.com: {endpoints: [https://a]}}
        """;
    LintedFile linted = lint(file);
    List<String> lines = file.lines().toList();
    assertThat(linted.findings().stream().map(f -> f.span() + " " + f.rule()).toList())
        .contains(
            "talconfig.yaml:4:13 mirror-name-never-matches",
            "talconfig.yaml:7:" + (lines.get(6).indexOf("mirors") + 1) + " unknown-key",
            "talconfig.yaml:8:" + (lines.get(7).indexOf("https") + 1) + " path-needs-override",
            "talconfig.yaml:16:"
                + (lines.get(15).indexOf("hub") + 1)
                + " mirror-name-never-matches");
    assertThat(linted.findings()).allMatch(f -> f.fixes().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "note: |\n  Set machine.registries.mirrors: as you like: it\n",
        "note: |\n  RegistryMirrorConfig: a document: of Talos\n",
        "note: \"RegistryMirrorConfig documents are described elsewhere\"\n",
        "patches:\n  - |\n    cluster:\n      discovery:\n        registries: {service: {disabled: true}}\n",
        "patches:\n  - |\n    # machine:\n    #   registries: {}\n",
        "patches:\n  - |\n    - op: add\n      path: /machine/install\n      value: registries\n",
        "values: |\n  machine: x\n  registries:\n    - a: b\n",
        "data:\n  k: |\n    machine:\n      files:\n        - content: registries\n      typo: 1\n    other: 2\n",
        "inline: {machine: {registries: {mirors: {}}}}\n",
        "patches:\n  - path: x\n    target: {kind: Registry}\n    machine: {type: registries}\n",
      })
  void whatMerelyMentionsRegistriesIsLeftAlone(String file) {
    LintedFile linted = lint(file);
    assertThat(linted.findings()).isEmpty();
    assertThat(linted.talos()).isEqualTo(TalosVerdict.NONE);
  }

  @Test
  void brokenPatchesAreToldWherePatchesAreExpected() {
    String broken = "    machine:\n      registries:\n       mirrors: {}\n      - x\n";
    List<Finding> findings = lint("patches:\n  - |\n" + broken).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule()).isEqualTo("yaml-syntax");
    assertThat(findings.get(0).span().startLine()).isEqualTo(6);
    assertThat(lint("notes:\n  - |\n" + broken).findings()).isEmpty();
    assertThat(lint("notes:\n  - |\n    kind: RegistryMirrorConfig\n    a: b: c\n").findings())
        .hasSize(1);
    assertThat(lint("folded: >\n  kind: RegistryMirrorConfig\n  name: x\n").findings()).hasSize(1);
    assertThat(lint("metadata: {type: ConfigPatches.omni}\nspec:\n  data: |\n" + broken).findings())
        .hasSize(1);
  }

  @Test
  void textsInsideTextsAreFollowedOnce() {
    String patch =
        "machine:\n  registries:\n    mirrors:\n      hub.docker.com: {endpoints: [https://a]}\n";
    String talconfig = "clusterName: x\npatches:\n  - |\n" + indented(patch, "    ");
    String map = "kind: ConfigMap\ndata:\n  talconfig.yaml: |\n" + indented(talconfig, "    ");
    List<Finding> findings = lint(map).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).span()).isEqualTo(new Span("talconfig.yaml", 10, 15, 10, 29));
    String repaired = applied(map, findings.get(0).fixes().get(0));
    assertThat(repaired).isEqualTo(map.replace("hub.docker.com", "docker.io"));
    String deeper = "data:\n  x: |\n" + indented(map, "    ");
    assertThat(lint(deeper).findings()).isEmpty();
    String mapped =
        "kind: ConfigMap\ndata:\n  t: |\n    patches:\n"
            + indented("- " + indented(patch, "  ").strip(), "      ");
    assertThat(lint(mapped).findings().get(0).span().startLine()).isEqualTo(8);
  }

  @Test
  void talosFilesAreNotSearched() {
    String manifest =
        """
        machine:
          type: worker
        cluster:
          inlineManifests:
            - name: x
              contents: |
                patches:
                  - |
                    machine: {registries: {mirors: {}}}
        """;
    assertThat(lint(manifest).findings()).isEmpty();
  }

  @Test
  void eachPatchIsJudgedForItself() {
    String document =
        "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: docker.io\nendpoints:\n  - url: https://a\n";
    String file =
        "patches:\n  - |\n" + indented(document, "    ") + "  - |\n" + indented(document, "    ");
    LintedFile linted = lint(file);
    assertThat(linted.findings()).isEmpty();
    assertThat(linted.talos()).isEqualTo(TalosVerdict.VALID);
  }

  @Test
  @Timeout(60)
  void manyAndLargeTextsTakeLinearTime() {
    String one =
        "  - |\n    machine: {registries: {mirrors: {hub.docker.com: {endpoints: [https://a]}}}}\n";
    assertThat(lint("patches:\n" + one.repeat(5000)).findings()).hasSize(5000);
    String entry = "      r%d.io:\n        endpoints: [https://a]\n";
    StringBuilder large = new StringBuilder("machine:\n  registries:\n    mirrors:\n");
    for (int i = 0; i < 20_000; i++) {
      large.append(entry.formatted(i));
    }
    long start = System.nanoTime();
    LintedFile block = lint("data:\n  x: |\n" + indented(large.toString(), "    "));
    LintedFile quoted = lint("data: \"" + large.toString().replace("\n", "\\n") + "\"\n");
    assertThat(block.talos()).isEqualTo(TalosVerdict.VALID);
    assertThat(quoted.talos()).isEqualTo(TalosVerdict.VALID);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    String deep =
        "patches: " + "[".repeat(9000) + "'machine registries x'" + "]".repeat(9000) + "\n";
    assertThat(lint(deep).findings()).isEmpty();
    String nested = "patches:\n  - '" + "{machine: {registries: ".repeat(3000) + "'\n";
    assertThat(lint(nested).findings()).allMatch(f -> f.severity() == Severity.ERROR);
  }

  @Test
  void secretsOfTextsThatAreNotExactHideAllOfThem() {
    String file =
        "patches:\n  - \"machine:\\n\n      \\  registries:\\n\\\n      \\    config:\\n"
            + "\\      a: {auth: {username: u, password: hunter2}}\"\n";
    LintedFile linted = lint(file);
    assertThat(linted.secrets()).hasSize(1);
    TalosFile.TextRange secret = linted.secrets().get(0);
    assertThat(file.substring(secret.start(), secret.end())).contains("hunter2");
  }
}
