package dev.regwright.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosFile;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversions of {@code testdata/conversions}, and what must hold of each. */
class ConversionsTest {
  static List<ConversionCase> all() {
    return ConversionCase.all();
  }

  static Stream<ConversionCase> changing() {
    return all().stream().filter(c -> !c.unchanged() && c.refused().isEmpty());
  }

  static Conversion convert(ConversionCase c, String text) {
    SourceFile source = SourceFile.of("in.yaml", text);
    TalosFile file = TalosConversion.read(source, c.talos(), FileRole.AUTO);
    return TalosConversion.convert(file, c.to(), c.talos());
  }

  static String changed(ConversionCase c, String text) {
    Conversion result = convert(c, text);
    if (result instanceof Conversion.Refused refused) {
      throw new AssertionError("refused: " + said(refused.findings()));
    }
    assertThat(result).isInstanceOf(Conversion.Changed.class);
    return ((Conversion.Changed) result).text();
  }

  static List<String> said(List<Finding> findings) {
    return findings.stream().map(f -> f.span().startLine() + ": " + f.message()).toList();
  }

  private static void assertSaid(List<Finding> findings, List<String> expected) {
    List<String> said = said(findings);
    assertThat(said).as("what is said").hasSameSizeAs(expected);
    for (int i = 0; i < said.size(); i++) {
      assertThat(said.get(i)).startsWith(expected.get(i));
    }
  }

  @Test
  void coversAllKindsOfConversions() {
    assertThat(changing().filter(c -> c.to() == Form.TALOS).count()).isGreaterThanOrEqualTo(28);
    assertThat(changing().filter(c -> c.to() == Form.TALOS_LEGACY).count())
        .isGreaterThanOrEqualTo(10);
    assertThat(changing().filter(c -> c.name().startsWith("inside-")).count())
        .isGreaterThanOrEqualTo(5);
    assertThat(all().stream().filter(c -> !c.refused().isEmpty()).count())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void theManualShowsWhatIsDone() throws IOException {
    String manual = Files.readString(TestData.path("../docs/convert.md"));
    String before = block(manual, 0);
    TalosFile file =
        TalosConversion.read(
            SourceFile.of("controlplane.yaml", before), TalosReleases.byDefault(), FileRole.AUTO);
    Conversion result = TalosConversion.convert(file, Form.TALOS, TalosReleases.byDefault());

    assertThat(((Conversion.Changed) result).text()).isEqualTo(block(manual, 1));
  }

  private static String block(String manual, int which) {
    String fence = "```yaml\n";
    int start = manual.indexOf(fence);
    for (int i = 0; i < which; i++) {
      start = manual.indexOf(fence, start + 1);
    }
    return manual.substring(start + fence.length(), manual.indexOf("```", start + 1));
  }

  @ParameterizedTest
  @MethodSource("changing")
  void givesWhatIsExpected(ConversionCase c) {
    assertThat(changed(c, c.input())).isEqualTo(c.output());
    Conversion.Changed result = (Conversion.Changed) convert(c, c.input());
    assertSaid(result.notes(), c.notes());
    assertThat(result.losses()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void changesNothingOtherwise(ConversionCase c) {
    Conversion result = convert(c, c.input());
    if (c.unchanged()) {
      assertThat(result).isInstanceOf(Conversion.Unchanged.class);
    } else if (!c.refused().isEmpty()) {
      assertThat(result).isInstanceOf(Conversion.Refused.class);
      assertSaid(((Conversion.Refused) result).findings(), c.refused());
    }
  }

  @ParameterizedTest
  @MethodSource("changing")
  void changesNothingTheSecondTime(ConversionCase c) {
    assertThat(convert(c, changed(c, c.input()))).isInstanceOf(Conversion.Unchanged.class);
  }

  @ParameterizedTest
  @MethodSource("changing")
  void keepsLineEnds(ConversionCase c) {
    String crlf = changed(c, c.input().replace("\n", "\r\n"));
    assertThat(crlf).isEqualTo(c.output().replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("changing")
  void keepsAByteOrderMark(ConversionCase c) {
    assertThat(changed(c, "\uFEFF" + c.input())).isEqualTo("\uFEFF" + c.output());
  }

  @ParameterizedTest
  @MethodSource("changing")
  void meansTheSame(ConversionCase c) {
    boolean keys = !c.keysChange();
    assertThat(Meaning.of(changed(c, c.input()), c.talos(), keys))
        .isEqualTo(Meaning.of(c.input(), readBy(c), keys));
  }

  @ParameterizedTest
  @MethodSource("changing")
  void touchesOnlyLinesOfRegistries(ConversionCase c) {
    Set<Integer> registries = RegistryLines.of(c.input(), c.to() == Form.TALOS);
    assertThat(registries).as("lines that may go").containsAll(c.removed());
    String output = changed(c, c.input());
    int from = 0;
    List<String> lines = c.input().lines().toList();
    for (int i = 1; i <= lines.size(); i++) {
      if (!registries.contains(i)) {
        String line = lines.get(i - 1);
        int at = ("\n" + output).indexOf("\n" + line + "\n", from);
        assertThat(at).as("line " + i + " of the input: " + line).isGreaterThanOrEqualTo(0);
        from = at + line.length();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("changing")
  void giveTheLinterNothingNew(ConversionCase c) {
    Set<String> rules = rules(changed(c, c.input()), c.talos());
    rules.removeAll(rules(c.input(), readBy(c)));
    assertThat(rules).isEqualTo(new TreeSet<>(c.newRules()));
  }

  /** A release that reads the input: one with documents. */
  private static TalosVersion readBy(ConversionCase c) {
    return TalosChange.REGISTRY_DOCUMENTS.in(c.talos()) ? c.talos() : TalosReleases.byDefault();
  }

  private static Set<String> rules(String text, TalosVersion talos) {
    LintedFile linted = Linter.forTalos(talos.toString()).lint(SourceFile.of("in.yaml", text));
    Set<String> rules = new TreeSet<>();
    linted.findings().forEach(finding -> rules.add(finding.rule()));
    return rules;
  }
}
