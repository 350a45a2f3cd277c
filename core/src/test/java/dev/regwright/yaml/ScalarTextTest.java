package dev.regwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import dev.regwright.yaml.YamlScalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scalars' characters are found where they stand, and edits of a value become edits of its file.
 */
class ScalarTextTest {
  private static final String BODY =
      "machine:\n  registries:\n\n    mirrors: {}\t# tab\n    \n  é: 😀 x\n";

  /** The value of the first key named {@code v}. */
  private static YamlScalar scalar(String file) {
    YamlStream stream = YamlStream.read(SourceFile.of("f.yaml", file));
    for (YamlDocument document : stream.documents()) {
      if (document.root() instanceof YamlMapping root && root.get("v") instanceof YamlScalar s) {
        return s;
      }
    }
    throw new AssertionError("broken: " + stream.problems() + "\n" + file);
  }

  private static String block(String header, String body, int indent, String tail) {
    var out = new StringBuilder("a: b\nv: ").append(header).append('\n');
    for (String line : body.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
    }
    return out.deleteCharAt(out.length() - 1).append(tail).toString();
  }

  static Stream<String> literals() {
    List<String> files = new ArrayList<>();
    for (String tail : List.of("", "z: 1\n", "\n\nz: 1\n", "# c\nz: 1", "...\n")) {
      for (String header : List.of("|", "|-", "|+", "| # c", "&x |", "!!str |-", "&x !!str | #c")) {
        files.add(block(header, BODY, 2, tail));
        files.add(block(header, BODY, 7, tail));
        files.add(block(header, "\n\n" + BODY, 3, tail));
      }
      for (String header : List.of("|2", "|2-", "|-2", "|2+")) {
        files.add(block(header, "  deep\n" + BODY, 2, tail));
        files.add(block(header, BODY, 2, tail));
      }
    }
    files.add("v: |\n  a\n  b");
    files.add("v: |-\n  a\n  b");
    files.add("v: |+\n  a\n\n\n");
    files.add("v: |\n  \tx\n  y\n".replace("  \tx", "  x\t"));
    return files.stream().flatMap(file -> Stream.of(file, file.replace("\n", "\r\n")));
  }

  @ParameterizedTest
  @MethodSource("literals")
  void everyCharacterOfALiteralBlockIsFound(String file) {
    YamlScalar scalar = scalar(file);
    assertThat(scalar.style()).isEqualTo(Style.LITERAL);
    ScalarText text = ScalarText.of(file, scalar);
    assertThat(text.exact()).isTrue();
    assertSame(file, text);
  }

  private static void assertSame(String file, ScalarText text) {
    int last = -1;
    for (int i = 0; i < text.value().length(); i++) {
      int at = text.outer(i);
      assertThat(at).isGreaterThan(last);
      last = at;
      char c = text.value().charAt(i);
      if (c == '\n') {
        assertThat(at == file.length() || "\r\n".indexOf(file.charAt(at)) >= 0).isTrue();
      } else {
        assertThat(file.charAt(at)).isEqualTo(c);
      }
    }
    assertThat(text.outer(text.value().length())).isBetween(last, file.length());
  }

  @ParameterizedTest
  @MethodSource("literals")
  void editsOfALiteralBlockDoWhatTheySay(String file) {
    YamlScalar scalar = scalar(file);
    ScalarText text = ScalarText.of(file, scalar);
    Random random = new Random(file.hashCode());
    int done = 0;
    for (int i = 0; i < 60; i++) {
      done += edited(file, text, anyEdit(text.value(), random)) ? 1 : 0;
    }
    assertThat(done).isGreaterThan(20);
  }

  private static TextEdit anyEdit(String value, Random random) {
    List<String> texts =
        List.of(
            "", "x", "k: v\n", "\nk: v", "a\n\n  b\n", "\n", "# é😀\n", "  ", "a\r\nb", "---\n");
    int start = random.nextInt(value.length() + 1);
    int length = random.nextInt(3) == 0 ? random.nextInt(value.length() - start + 1) : 0;
    if (random.nextInt(3) == 0) {
      start = value.lastIndexOf('\n', start - 1) + 1; // at a line's start
    }
    int end = Math.min(value.length(), start + length);
    return new TextEdit(start, end, texts.get(random.nextInt(texts.size())));
  }

  private static boolean edited(String file, ScalarText text, TextEdit edit) {
    TextEdit outer = text.edit(edit);
    if (outer == null) {
      return false;
    }
    String wanted =
        new StringBuilder(text.value())
            .replace(edit.start(), edit.end(), edit.replacement().replace("\r\n", "\n"))
            .toString();
    String changed =
        new StringBuilder(file).replace(outer.start(), outer.end(), outer.replacement()).toString();
    assertThat(scalar(changed).text().stripTrailing())
        .as("%s in %s gives %s", edit, file, changed)
        .isEqualTo(wanted.stripTrailing());
    assertThat(rest(changed)).isEqualTo(rest(file));
    assertThat(changed.contains("\r\n") && changed.replace("\r\n", "").contains("\n")).isFalse();
    return true;
  }

  private static List<String> rest(String file) {
    List<String> others = new ArrayList<>();
    for (YamlDocument document : YamlStream.read(SourceFile.of("f.yaml", file)).documents()) {
      if (document.root() instanceof YamlMapping root) {
        for (YamlMapping.Entry entry : root.entries()) {
          boolean other = !"v".equals(entry.keyText());
          others.add(entry.keyText() + (other ? ((YamlScalar) entry.value()).text() : ""));
        }
      }
    }
    return others;
  }

  @Test
  void linesAddedAtTheEndGetTheIndentation() {
    String file = "v: |\n    a: 1\nz: 1\n";
    ScalarText text = ScalarText.of(file, scalar(file));
    TextEdit edit = text.edit(new TextEdit(5, 5, "b: 2\n"));
    assertThat(edit).isEqualTo(new TextEdit(13, 13, "\n    b: 2"));
  }

  @Test
  void aLineRemovedLeavesNoBlankLine() {
    String file = "v: |\r\n  a: 1\r\n  b: 2\r\nz: 1\r\n";
    ScalarText text = ScalarText.of(file, scalar(file));
    TextEdit edit = text.edit(new TextEdit(5, 10, ""));
    assertThat(edit).isNotNull();
    assertThat(new StringBuilder(file).replace(edit.start(), edit.end(), edit.replacement()))
        .hasToString("v: |\r\n  a: 1\r\nz: 1\r\n");
  }

  @Test
  void editsABlockCannotTakeAreRefused() {
    String file = "v: |\n  a: 1\n";
    ScalarText text = ScalarText.of(file, scalar(file));
    assertThat(text.edit(new TextEdit(0, 0, " "))).isNull();
    assertThat(text.edit(new TextEdit(0, 0, "\n\tb"))).isNull();
    assertThat(text.edit(new TextEdit(2, 2, "\u0007"))).isNull();
    assertThat(text.edit(new TextEdit(2, 2, "\u2028"))).isNull();
    assertThat(text.edit(new TextEdit(2, 99, ""))).isNull();
    String fixed = "v: |2\n  a: 1\n";
    assertThat(ScalarText.of(fixed, scalar(fixed)).edit(new TextEdit(0, 0, " ")))
        .isEqualTo(new TextEdit(8, 8, " "));
  }

  static Stream<String> flowScalars() {
    return Stream.of(
            "v: \"a\\nb\\t\\\"c\\\"\\\\ \\x41\\u0041\\U0001F600 é😀 end\"\n",
            "v: 'it''s ''quoted'' 😀'\n",
            "v: \"one\n  two\n\n\n  three  \n  four\\\n   five\\n\n  six\"\n",
            "v: 'one\n  two\n\n   three'\n",
            "v: plain text  here\n",
            "v: plain\n  over lines\n\n  more\n",
            "v: &a !!str \"x\\ny\"\n",
            "v: \"\"\n",
            "{\"v\": \"{\\\"machine\\\": {\\\"registries\\\": {}}}\"}\n",
            "v: >\n  folded text\n  goes on\n\n  again\n    more\n    kept\n  back\n\n\n",
            "v: >-\n\n  folded\n  x\n",
            "v: >2-\n    deep\n   less\n  x\n  y\n",
            "v: >+\n  a\n\n\nz: 1\n")
        .flatMap(file -> Stream.of(file, file.replace("\n", "\r\n")));
  }

  @ParameterizedTest
  @MethodSource("flowScalars")
  void otherScalarsAreFoundToo(String file) {
    ScalarText text = ScalarText.of(file, scalar(file));
    assertThat(text.exact()).as(file).isTrue();
    int last = -1;
    for (int i = 0; i < text.value().length(); i++) {
      int at = text.outer(i);
      assertThat(at).isGreaterThanOrEqualTo(last);
      last = at;
      char c = text.value().charAt(i);
      boolean same = file.charAt(at) == c;
      boolean escaped = file.charAt(at) == '\\';
      boolean folded = (c == ' ' || c == '\n') && " \r\n".indexOf(file.charAt(at)) >= 0;
      boolean half = Character.isLowSurrogate(c);
      assertThat(same || escaped || folded || half).as("%s at %d of %s", c, i, file).isTrue();
    }
  }

  @Test
  void quotedScalarsOnOneLineCanBeEdited() {
    for (String file : List.of("v: \"a\\nb 'x' \\\"y\\\"\"\n", "v: 'a b ''x'' \"y\"'\n")) {
      ScalarText text = ScalarText.of(file, scalar(file));
      for (int start = 0; start <= text.value().length(); start++) {
        for (int end = start; end <= text.value().length(); end++) {
          assertThat(edited(file, text, new TextEdit(start, end, "n'\"\\é😀"))).isTrue();
        }
      }
    }
  }

  @Test
  void wrappedAndFoldedScalarsRefuseEdits() {
    for (String file :
        List.of("v: \"a\n  b\"\n", "v: 'a\n  b'\n", "v: >\n  a\n  b\n", "v: a b\n")) {
      assertThat(ScalarText.of(file, scalar(file)).edit(new TextEdit(0, 0, "x"))).isNull();
    }
    String single = "v: 'ab'\n";
    assertThat(ScalarText.of(single, scalar(single)).edit(new TextEdit(0, 0, "\n"))).isNull();
  }

  @Test
  void forbiddenCharactersDoNotMislead() {
    String file = "v: |\n  a\u0007b\n  c\n";
    YamlScalar scalar = scalar(file);
    ScalarText text = ScalarText.of(file, scalar);
    assertThat(text.exact()).isTrue();
    assertThat(text.outer(4)).isEqualTo(file.indexOf('c'));
  }

  @Test
  void aScalarThatIsNotWhatItSaysIsNotExact() {
    var wrong = new YamlScalar(3, 12, "something else\nentirely\n", Style.LITERAL, null);
    ScalarText text = ScalarText.of("v: |\n  a: 1\n", wrong);
    assertThat(text.exact()).isFalse();
    assertThat(text.edit(new TextEdit(0, 0, "x"))).isNull();
    for (int i = 0; i <= wrong.text().length(); i++) {
      assertThat(text.outer(i)).isBetween(0, 12);
    }
    for (Style style : Style.values()) {
      var beyond = new YamlScalar(0, 5, "abcdefgh", style, null);
      assertThat(ScalarText.of("abc", beyond).exact()).isFalse();
    }
  }
}
