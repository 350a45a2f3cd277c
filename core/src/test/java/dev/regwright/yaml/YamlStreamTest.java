package dev.regwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.regwright.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlStreamTest {
  private static YamlStream read(String text) {
    return YamlStream.read(SourceFile.of("f.yaml", text));
  }

  private static YamlMapping mapping(YamlStream stream, int document) {
    return (YamlMapping) stream.documents().get(document).root();
  }

  @Test
  void nodesKnowTheirPlace() {
    String text = "a: é😀x\nlist:\n  - 'one'\n  - {k: v}\nblock: |\n  text\n";
    YamlMapping root = mapping(read(text), 0);
    YamlScalar a = (YamlScalar) root.get("a");
    assertThat(text.substring(a.start(), a.end())).isEqualTo("é😀x");
    YamlSequence list = (YamlSequence) root.get("list");
    YamlNode one = list.items().get(0);
    assertThat(text.substring(one.start(), one.end())).isEqualTo("'one'");
    YamlNode flow = list.items().get(1);
    assertThat(text.substring(flow.start(), flow.end())).isEqualTo("{k: v}");
    assertThat(text.charAt(root.get("block").start())).isEqualTo('|');
  }

  @Test
  void aBrokenDocumentDoesNotHideTheOthers() {
    YamlStream stream = read("a: 1\n---\nb: [\n---\nc: 'x\n---\nd: 4\n");
    assertThat(stream.documents())
        .extracting(YamlDocument::broken)
        .containsExactly(false, true, true, false);
    assertThat(mapping(stream, 3).get("d")).isNotNull();
    assertThat(stream.problems())
        .extracting(YamlProblem::kind)
        .containsOnly(YamlProblem.Kind.SYNTAX);
    assertThat(stream.problems()).extracting(YamlProblem::document).containsExactly(1, 2);
  }

  @Test
  void anchorsStayKnownInLaterDocuments() {
    YamlStream stream = read("a: &x one\n---\nb: *x\nc: *y\n");
    YamlNode b = mapping(read("a: &x one\n---\nb: *x\n"), 1).get("b");
    assertThat(b.resolved())
        .isInstanceOfSatisfying(YamlScalar.class, s -> assertThat(s.text()).isEqualTo("one"));
    assertThat(stream.problems())
        .extracting(YamlProblem::kind)
        .containsExactly(YamlProblem.Kind.UNKNOWN_ANCHOR);
    assertThat(stream.documents().get(1).broken()).isTrue();
  }

  @Test
  void aNodeMayHoldAnAliasOfItself() {
    YamlMapping root = mapping(read("a: &x\n  b: *x\n"), 0);
    YamlMapping a = (YamlMapping) root.get("a");
    assertThat(a.get("b").resolved()).isSameAs(a);
  }

  @Test
  void duplicateKeysNameBothPlaces() {
    String text = "a: 1\nb: {k: 1, k: 2}\na: 3\n";
    List<YamlProblem> problems = read(text).problems();
    assertThat(problems).hasSize(2).allMatch(p -> p.kind() == YamlProblem.Kind.DUPLICATE_KEY);
    assertThat(problems)
        .extracting(YamlProblem::contextStart)
        .containsExactlyInAnyOrder(text.indexOf('k'), 0);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      many.append("k").append(i % 20).append(": v\n");
    }
    assertThat(read(many.toString()).problems()).hasSize(20);
  }

  @Test
  void emptyTextHasNoDocument() {
    assertThat(read("").documents()).isEmpty();
    assertThat(read("# only a comment\n").documents()).isEmpty();
    assertThat(read("---\n---\n").documents()).hasSize(2);
  }

  @Test
  void forbiddenCharactersAreReportedAndTheRestIsRead() {
    YamlStream stream = read("a: \u0001\n---\nb: 1\n");
    assertThat(stream.problems().get(0).kind()).isEqualTo(YamlProblem.Kind.ENCODING);
    assertThat(mapping(stream, 1).get("b")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%YAML 1.2\n---\na: 1\n", "{\"a\": \"x\\/y\"}", "a: b\n\t\n", "a: \"\\ud83d\"\n"})
  void whatGoYamlRefusesIsAProblem(String text) {
    assertThat(read(text).problems()).isNotEmpty();
  }

  @Test
  void hostileInputTakesBoundedTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThat(read("[".repeat(100_000)).problems())
              .extracting(YamlProblem::kind)
              .contains(YamlProblem.Kind.TOO_DEEP);
          StringBuilder bomb = new StringBuilder("x0: &x0 [a]\n");
          for (int i = 1; i < 200; i++) {
            bomb.append("x%d: &x%d [*x%d, *x%d]\n".formatted(i, i, i - 1, i - 1));
          }
          assertThat(read(bomb.toString()).problems()).isEmpty();
          assertThat(read("a: [\n---\n".repeat(5_000)).problems())
              .last()
              .extracting(YamlProblem::kind)
              .isEqualTo(YamlProblem.Kind.TOO_MANY);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'', NULL",
    "~, NULL",
    "Null, NULL",
    "nul, STRING",
    "true, BOOL",
    "TRUE, BOOL",
    "tRue, STRING",
    "yes, STRING",
    "0, INT",
    "-12, INT",
    "0x1f, INT",
    "0o17, INT",
    "017, INT",
    "1_000, INT",
    "1.5, FLOAT",
    ".5, FLOAT",
    "1e3, FLOAT",
    ".inf, FLOAT",
    "-.INF, FLOAT",
    ".nan, FLOAT",
    "1:30, STRING",
    "<<, MERGE",
    "2024-01-01, TIMESTAMP",
    "2024-1-1, TIMESTAMP",
    "2024-13-01, STRING",
    "2024-01-01T10:00:00Z, TIMESTAMP",
    "2024-01-01 10:00:00, TIMESTAMP",
    "2023-02-29, STRING",
    "10.0.0.5:5000, STRING",
    "docker.io, STRING"
  })
  void plainScalarsResolveAsInGoYaml(String text, ScalarKind kind) {
    assertThat(ScalarKind.ofPlain(text)).isEqualTo(kind);
  }

  @Test
  void readingTwiceGivesTheSame() {
    long seed = System.nanoTime();
    System.out.println("YamlStreamTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "a", ": ", "\n", "- ", "  ", "[", "]", "{", "}", "'", "\"", "|\n", "&x ", "*x", "---\n", "#",
      "\t", ","
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      YamlStream once = read(text.toString());
      YamlStream again = read(text.toString());
      assertThat(again.problems()).as("seed %d: %s", seed, text).isEqualTo(once.problems());
      assertThat(again.documents().size()).isEqualTo(once.documents().size());
      int end = 0;
      for (YamlDocument document : once.documents()) {
        assertThat(document.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(end);
        end = document.start();
      }
    }
  }

  @Test
  void aLongStreamReadInPiecesReadsAsTheWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append(i % 1000 == 7 ? "bad: [\n" : "name: n" + i + "\nlist:\n  - url: https://m\n")
          .append("---\n");
    }
    String pieces = text.toString();
    assertThat(pieces.length()).isGreaterThan(1 << 20);
    YamlStream inPieces = read(pieces);
    YamlStream whole = read(pieces + "&a x\n"); // an anchor: read in one go
    assertThat(inPieces.documents().size()).isEqualTo(whole.documents().size());
    for (int i = 0; i < inPieces.documents().size() - 1; i++) {
      YamlDocument one = inPieces.documents().get(i);
      assertThat(one.start()).isEqualTo(whole.documents().get(i).start());
      assertThat(one.broken()).isEqualTo(whole.documents().get(i).broken());
    }
    assertThat(inPieces.problems())
        .extracting(YamlProblem::document, YamlProblem::kind)
        .containsExactlyElementsOf(
            whole.problems().stream().map(p -> tuple(p.document(), p.kind())).toList());
  }
}
