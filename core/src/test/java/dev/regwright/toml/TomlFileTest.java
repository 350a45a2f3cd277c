package dev.regwright.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places, recovery, and where the dialects part. */
class TomlFileTest {
  private static TomlFile read(String text, TomlDialect dialect) {
    return TomlFile.read(SourceFile.of("f.toml", text), dialect);
  }

  private static TomlFile read(String text) {
    return read(text, TomlDialect.GO_TOML_2_4);
  }

  private static String at(String text, TomlValue value) {
    return text.substring(value.start(), value.end());
  }

  private static String problems(TomlFile file) {
    return file.problems().stream()
        .map(p -> file.source().span(p.start(), p.end()) + " " + p.message())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @EnumSource(TomlDialect.class)
  void everyValueKnowsItsPlace(TomlDialect dialect) {
    String text =
        """
        a = "x" # comment
        b.c = [ 1, # one
          'two', [3.5,true] ,
        ]
        [t."u v"]
          w = { x = "ü", y = {z = [ 'q' ]} }
        """;
    TomlFile file = read(text, dialect);
    assertThat(file.problems()).isEmpty();
    assertThat(at(text, file.root().get("a"))).isEqualTo("\"x\"");
    TomlTable b = (TomlTable) file.root().get("b");
    TomlArray c = (TomlArray) b.get("c");
    assertThat(c.items().stream().map(i -> at(text, i)))
        .containsExactly("1", "'two'", "[3.5,true]");
    assertThat(((TomlArray) c.items().get(2)).items().stream().map(i -> at(text, i)))
        .containsExactly("3.5", "true");
    TomlTable t = (TomlTable) file.root().get("t");
    TomlTable w = (TomlTable) ((TomlTable) t.get("u v")).get("w");
    assertThat(at(text, w)).isEqualTo("{ x = \"ü\", y = {z = [ 'q' ]} }");
    assertThat(at(text, w.get("x"))).isEqualTo("\"ü\"");
    assertThat(at(text, w.get("y"))).isEqualTo("{z = [ 'q' ]}");
    assertThat(at(text, ((TomlTable) w.get("y")).get("z"))).isEqualTo("[ 'q' ]");
    TomlKey x = w.entry("x").key();
    assertThat(text.substring(x.start(), x.end())).isEqualTo("x");
    TomlHeader header = file.headers().get(0);
    assertThat(text.substring(header.start(), header.end())).isEqualTo("[t.\"u v\"]");
    assertThat(header.path()).extracting(TomlKey::text).containsExactly("t", "u v");
  }

  @Test
  void readingGoesOnBehindAProblem() {
    TomlFile file =
        read(
            """
            a = https://x
            b = "open
            c 1
            [d
            e = 1
            [f] g
            [h]
            i = [1 2]
            j =
            k = "k" "l"
            m = 1
            """);
    assertThat(problems(file))
        .isEqualTo(
            "f.toml:1:5 this is not a TOML value; f.toml:2:5 the string is not closed on its line;"
                + " f.toml:3:1 this is neither a key with = nor a header; f.toml:4:1 the header is"
                + " not closed by ]; f.toml:6:5 nothing may follow a header on its line; f.toml:8:8"
                + " this is not TOML; f.toml:9:1 the value is missing; f.toml:10:9 nothing may"
                + " follow a value on its line");
    TomlTable h = (TomlTable) file.root().get("h");
    assertThat(h.entries()).extracting(e -> e.key().text()).containsExactly("m");
    assertThat(file.root().get("e")).as("below a broken header").isNull();
  }

  @Test
  void whatTomljSaysRepeatsNothing() {
    TomlFile file = read("password = hunter2\nauth = 1hunter2\nt = [hunter2]\n");
    assertThat(file.problems()).hasSize(3);
    assertThat(file.problems().toString()).doesNotContain("hunter");
    assertThat(file.problems())
        .extracting(p -> String.valueOf(p.detail()))
        .noneMatch(d -> d.contains("unter"));
  }

  @Test
  void unclosedBracketsEndTheFile() {
    assertThat(problems(read("a = [1,\n[b]\nc = 1\n")))
        .isEqualTo(
            "f.toml:3:3 this is not TOML; f.toml:1:5 the array is never closed"
                .substring("f.toml:3:3 this is not TOML; ".length()));
    assertThat(problems(read("a = \"\"\"x\nb = 1\n")))
        .isEqualTo("f.toml:1:5 the string of several lines is never closed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // text (with | for a line break) and whether each dialect takes it
        "'a = 1~'|true|true|true",
        "'﻿a = 1~'|true|false|false",
        "'a = 1\\rb = 2~'|true|false|false",
        "'a = {b = 1,}~'|false|false|true",
        "'a = {b = 1,~c = 2}~'|true|false|true",
        "'[\"a[\"]~'|false|true|true",
        "'[\"a]\"]~'|false|true|true",
        "'[a] b = 1~'|true|false|false",
        "'[a.b]~[a.\"b\"]~'|true|false|false",
        "'[a.b]~[a.b]~'|false|false|false",
        "'a.b = 1~[a]~'|true|false|false",
        "'[a]~b = 1~b = 2~'|false|false|false",
        "'[a.b.c]~[a]~b.d = 1~'|true|true|false",
        "'a = 1979-05-27~'|false|true|true",
        "'a = \"\\x41\"~'|false|false|true",
        "'# \\u0001~'|true|false|false",
        "'[[a]]~[[a]]~'|true|true|true",
        "'[a]~[[a]]~'|false|false|false",
        "'a = [{b = 1}]~[[a]]~'|true|false|false",
        "'a = {b = 1}~[a.c]~'|false|false|false",
        "'a = {b = {c = 1}, b.d = 2}~'|false|false|false"
      })
  void dialects(String text, boolean first, boolean second, boolean newest) {
    String toml = text.replace("~", "\n").replace("\\r", "\r").replace("\\u0001", "\u0001");
    byte[] bytes = toml.getBytes(StandardCharsets.UTF_8);
    List<Boolean> taken =
        List.of(TomlDialect.values()).stream()
            .map(d -> TomlFile.read(SourceFile.of("f", bytes), d).valid())
            .toList();
    assertThat(taken).containsExactly(first, second, newest);
  }

  @Test
  void clashesNameBothPlaces() {
    TomlProblem problem = read("[a]\nb = 1\n[c]\n[a]\n").problems().get(0);
    assertThat(problem.kind()).isEqualTo(TomlProblem.Kind.DUPLICATE);
    assertThat(problem.start()).isEqualTo(14);
    assertThat(problem.firstStart()).isZero();
    assertThat(problem.upstream()).isEqualTo("toml: table a already exists");
    problem = read("a.b = 1\na.b = 2\n", TomlDialect.GO_TOML_1).problems().get(0);
    assertThat(problem.upstream()).isEqualTo("(2, 1): The following key was defined twice: a.b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFEFF, 0xFFFE})
  void utf16IsRefused(int mark) {
    byte[] bytes = {(byte) (mark >> 8), (byte) mark, 0, 'a'};
    for (TomlDialect dialect : TomlDialect.values()) {
      TomlFile file = TomlFile.read(SourceFile.of("f", bytes), dialect);
      assertThat(file.problems())
          .extracting(TomlProblem::kind)
          .containsExactly(TomlProblem.Kind.ENCODING);
    }
  }

  @Test
  void nothingPrintsValues() {
    TomlFile file = read("password = \"hunter2\"\n[t.\"u:hunter2@h\"]\n");
    assertThat(file + " " + file.root() + file.root().get("password") + file.headers())
        .doesNotContain("hunter2");
  }
}
