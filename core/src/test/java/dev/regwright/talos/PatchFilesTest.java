package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strategic-merge patches may hold what configurations may not. */
class PatchFilesTest {
  private static final String DELETE_AND_REPLACE =
      """
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: registry.k8s.io
      endpoints:
        $patch: delete
      ---
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: registry.k8s.io
      endpoints:
        - url: https://mirror.example.org
      """;

  private static List<String> rules(String version, String text) {
    LintedFile linted = Linter.forTalos(version).lint(SourceFile.of("patch.yaml", text));
    return linted.findings().stream().map(Finding::rule).toList();
  }

  @Test
  void aDeletionMayStandForAnyValue() {
    assertThat(rules("1.14", DELETE_AND_REPLACE)).isEmpty();
  }

  @Test
  void beforeTalos114APatchNamesEachDocumentOnce() {
    assertThat(rules("1.13", DELETE_AND_REPLACE)).containsExactly("duplicate-document");
  }

  @Test
  void inAConfigurationPatchIsAnUnknownKey() {
    TalosFile file =
        TalosReader.read(
            SourceFile.of("config.yaml", DELETE_AND_REPLACE),
            TalosVersion.of("1.14"),
            FileRole.CONFIG);
    assertThat(file.findings())
        .extracting(Finding::rule)
        .contains("wrong-type", "duplicate-document");
  }
}
