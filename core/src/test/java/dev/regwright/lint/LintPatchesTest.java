package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintPatchesTest {
  private static final SourceFile BASE =
      SourceFile.of(
          "base.yaml",
          """
          apiVersion: v1alpha1
          kind: RegistryMirrorConfig
          name: docker.io
          endpoints:
            - url: https://mirror.example.org
          """);

  @Test
  void anEndpointListedAgainNamesBothFiles() {
    SourceFile patch =
        SourceFile.of("patch.yaml", "\n" + BASE.text() + "  - url: https://other.example.org\n");
    List<LintedFile> answers = Linter.forTalos("1.14").lint(BASE, List.of(patch));
    assertThat(answers)
        .extracting(answer -> answer.source().name())
        .containsExactly("base.yaml", "patch.yaml");
    assertThat(answers.get(0).findings()).isEmpty();
    assertThat(answers.get(1).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("duplicate-endpoint");
              assertThat(finding.span()).hasToString("patch.yaml:6:10");
              assertThat(finding.related())
                  .singleElement()
                  .satisfies(place -> assertThat(place.span()).hasToString("base.yaml:5:10"));
            });
  }

  @Test
  void whatAPatchMendsIsNotReported() {
    SourceFile broken = SourceFile.of("base.yaml", BASE.text().replace("org\n", "org/v2/hub\n"));
    SourceFile patch =
        SourceFile.of(
            "patch.yaml",
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
              - url: https://mirror.example.org/v2/hub
                $patch: delete
            """);
    Linter linter = Linter.forTalos("1.14");
    assertThat(linter.lint(broken).findings()).hasSize(1);
    assertThat(linter.lint(broken, List.of(patch)))
        .allSatisfy(answer -> assertThat(answer.findings()).isEmpty());
  }

  @Test
  void aPatchThatCannotBeReadIsToldOnItsOwnLine() {
    SourceFile patch =
        SourceFile.of("patch.yaml", "kind: RegistryMirrorConfig\nname: x\nendpoint: []\n");
    List<LintedFile> answers = Linter.forTalos("1.14").lint(BASE, List.of(patch));
    assertThat(answers.get(0).findings()).isEmpty();
    assertThat(answers.get(0).talos()).isEqualTo(TalosVerdict.LOAD_ERROR);
    assertThat(answers.get(1).findings()).isNotEmpty();
  }
}
