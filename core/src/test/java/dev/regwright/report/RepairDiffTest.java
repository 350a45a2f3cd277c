package dev.regwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Repaired;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairDiffTest {
  private static LintedFile file(String text) {
    return new LintedFile(SourceFile.of("f.yaml", text), List.of(), TalosVerdict.NONE, List.of());
  }

  private static String diff(String before, String after) throws IOException {
    StringBuilder out = new StringBuilder();
    // Only comments are shown of a file nobody can vouch for.
    LintedFile old = file(commented(before));
    RepairDiff.write(new Repaired(old, List.of(), file(commented(after))), out);
    return out.toString().replace("#", "");
  }

  private static String commented(String text) {
    String lines = "#" + text.replace("\n", "\n#");
    return text.isEmpty()
        ? ""
        : text.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
  }

  /** The expected texts are those of GNU diff -u. */
  @Test
  void looksLikeDiff() throws IOException {
    assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- f.yaml
            +++ f.yaml
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +x
             6
             7
             8
            """);
    assertThat(diff("1\n2", "1\n2\n"))
        .isEqualTo(
            """
            --- f.yaml
            +++ f.yaml
            @@ -1,2 +1,2 @@
             1
            -2
            \\ No newline at end of file
            +2
            """);
    assertThat(diff("", "1\n")).isEqualTo("--- f.yaml\n+++ f.yaml\n@@ -0,0 +1 @@\n+1\n");
    assertThat(diff("1\n", "")).isEqualTo("--- f.yaml\n+++ f.yaml\n@@ -1 +0,0 @@\n-1\n");
    assertThat(diff("1\n", "1\n")).isEmpty();
  }

  @Test
  void keepsCarriageReturns() throws IOException {
    assertThat(diff("1\r\n2\r\n", "1\r\nx\r\n")).endsWith(" 1\r\n-2\r\n+x\r\n");
  }

  @Test
  void putsDistantChangesIntoHunksOfTheirOwn() throws IOException {
    String text = "a\n1\n2\n3\n4\n5\n6\n7\nb\n";
    assertThat(diff(text, text.replace("a", "A").replace("b", "B")))
        .contains("@@ -1,4 +1,4 @@\n", "@@ -6,4 +6,4 @@\n");
    assertThat(
            diff(
                text.replace("7\n", ""),
                text.replace("7\n", "").replace("a", "A").replace("b", "B")))
        .contains("@@ -1,8 +1,8 @@\n")
        .hasLineCount(13);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void isRightWhateverTheTexts(int seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> before = lines(random, random.nextInt(40));
      List<String> after = new ArrayList<>(before);
      for (int i = random.nextInt(6); i > 0; i--) {
        int at = random.nextInt(after.size() + 1);
        if (random.nextBoolean() || at == after.size()) {
          after.add(at, "new" + i);
        } else {
          after.remove(at);
        }
      }
      assertThat(patched(before, diff(text(before), text(after)))).isEqualTo(after);
    }
  }

  private static List<String> lines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add("line" + random.nextInt(8));
    }
    return lines;
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** What patch makes of a diff, checking that what it removes and passes is there. */
  private static List<String> patched(List<String> before, String diff) {
    List<String> out = new ArrayList<>();
    int at = 0;
    for (String line : diff.lines().skip(2).toList()) {
      String text = line.substring(1);
      if (line.startsWith("@@")) {
        String[] range = line.substring(4, line.indexOf(' ', 4)).split(",", -1);
        boolean none = range.length > 1 && range[1].equals("0");
        int start = Integer.parseInt(range[0]) - (none ? 0 : 1);
        out.addAll(before.subList(at, start));
        at = start;
      } else if (line.startsWith("+")) {
        out.add(text);
      } else {
        assertThat(before.get(at++)).isEqualTo(text);
        if (line.startsWith(" ")) {
          out.add(text);
        }
      }
    }
    out.addAll(before.subList(at, before.size()));
    return out;
  }

  @Test
  void masksSecrets() throws IOException {
    String text =
        """
        apiVersion: v1alpha1
        kind: RegistryAuthConfig
        name: h
        password: CANARY
        unknown: CANARY
        ---
        url: https://u:CANARY@h
        """;
    Linter linter = Linter.forTalos("1.14");
    SourceFile after = SourceFile.of("f.yaml", text.replace("name: h", "name: \u001bh"));
    StringBuilder out = new StringBuilder();
    RepairDiff.write(
        new Repaired(linter.lint(SourceFile.of("f.yaml", text)), List.of(), linter.lint(after)),
        out);

    assertThat(out).contains("-name: h", "+name: ␛h", "password: ***").doesNotContain("CANARY");
  }
}
