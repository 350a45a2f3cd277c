package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.TextEdit;
import dev.regwright.talos.FileRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings, secrets and repairs of embedded patches are where they would be in the patch alone. */
class EmbeddedPositionsTest {
  private static final Linter LINTER = Linter.forTalos("1.14");

  /** A patch with several findings, some with repairs, related places and secrets. */
  private static final String PATCH =
      """
      # a patch 😀
      apiVersion: v1alpha1
      kind: RegistryMirrorConfig
      name: docker.io
      endpoints:
        - url: https://harbor.example.org/v2/proxy
          overridePath: false
        - url: 10.0.0.5:5000
        - url: https://harbor.example.org/é
        - url: https://harbor.example.org/é
      skipFallbacks: true
      ---

      apiVersion: v1alpha1
      kind: RegistryAuthConfig
      name: docker.io
      username: me
      password: hunter2\t# secret
      ---
      machine:
        registries:
          mirrors:
            hub.docker.com:
              endpoints: [mirror.local, 5]
          config:
            a.example.org:
              auth: {username: u, password: "hunter2"}
      """;

  static LintedFile lint(String text) {
    return LINTER.lint(SourceFile.of("talconfig.yaml", text));
  }

  static String indented(String text, String indentation) {
    var out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : indentation).append(line).append('\n');
    }
    return out.substring(0, out.length() - 1);
  }

  static Stream<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (String header : List.of("|-", "|", "|+", "| # note", "&anchor |-")) {
      hosts.add("clusterName: x\npatches:\n  - " + header + "\n    §\n");
      hosts.add("controlPlane:\n  patches:\n    - " + header + "\n      §\nother: 1\n");
      hosts.add(
          "metadata:\n  type: ConfigPatches.omni.sidero.dev\nspec:\n  data: "
              + header
              + "\n    §\n");
      hosts.add(
          "kind: ConfigMap\napiVersion: v1\ndata:\n  \"a.yaml\": "
              + header
              + "\n        §\n---\nx: 1\n");
    }
    hosts.add("nodes:\n- hostname: 😀\n  patches:\n  - '@other.yaml'\n  - |2-\n    §\n");
    hosts.add("a: 1\n---\nspec: {}\n---\nspec:\n  strategicPatches:\n    - |\n      §");
    return hosts.stream();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void findingsPointIntoTheFile(String host) {
    LintedFile alone = LINTER.reading(FileRole.PATCH).lint(SourceFile.of("talconfig.yaml", PATCH));
    assertThat(alone.findings()).hasSizeGreaterThan(4);
    assertThat(alone.findings()).anyMatch(f -> !f.fixes().isEmpty());
    assertThat(alone.findings()).anyMatch(f -> !f.related().isEmpty());
    int place = host.indexOf('§');
    String indentation = host.substring(host.lastIndexOf('\n', place) + 1, place);
    int lines = (int) host.substring(0, place).lines().count() - 1;
    int columns = indentation.length();
    String text = host.replace("§", indented(PATCH, indentation).strip());
    for (String file : List.of(text, text.replace("\n", "\r\n"))) {
      LintedFile linted = lint(file);
      assertThat(linted.talos()).isEqualTo(TalosVerdict.LOAD_ERROR);
      assertThat(linted.findings().stream().map(EmbeddedPositionsTest::shown))
          .containsExactlyElementsOf(
              alone.findings().stream().map(f -> shown(moved(f, lines, columns))).toList());
      assertSecretsHidden(linted, file);
    }
  }

  private static Finding moved(Finding f, int lines, int columns) {
    Span s = f.span();
    Span moved =
        new Span(
            s.path(),
            s.startLine() + lines,
            s.startColumn() + columns,
            s.endLine() + lines,
            s.endColumn() + columns);
    return new Finding(
        f.rule(), f.severity(), f.stage(), moved, f.message(), null, null, List.of(), List.of());
  }

  static String shown(Finding f) {
    Span s = f.span();
    return s + "-" + s.endLine() + ":" + s.endColumn() + " " + f.rule() + " " + f.message();
  }

  private static void assertSecretsHidden(LintedFile linted, String file) {
    assertThat(linted.secrets().stream().map(r -> file.substring(r.start(), r.end())))
        .containsExactlyInAnyOrder("hunter2", "\"hunter2\"");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void repairsRepairThePatch(String host) {
    int place = host.indexOf('§');
    String indentation = host.substring(host.lastIndexOf('\n', place) + 1, place);
    String text = host.replace("§", indented(PATCH, indentation).strip());
    for (String file : List.of(text, text.replace("\n", "\r\n"))) {
      List<Finding> before = lint(file).findings();
      int repairs = 0;
      for (Finding finding : before) {
        for (Fix fix : finding.fixes()) {
          repairs++;
          List<Finding> after = lint(applied(file, fix)).findings();
          assertThat(after).noneMatch(other -> shown(other).equals(shown(finding)));
          assertThat(after.size()).isLessThan(before.size() + 1);
        }
      }
      assertThat(repairs).isGreaterThan(1);
    }
  }

  static String applied(String text, Fix fix) {
    StringBuilder edited = new StringBuilder(text);
    fix.edits().stream()
        .sorted(Comparator.comparingInt(TextEdit::start).reversed())
        .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
    return edited.toString();
  }
}
