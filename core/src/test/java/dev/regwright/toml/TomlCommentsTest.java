package dev.regwright.toml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlCommentsTest {
  /** Each {@code #!} is a comment, each other {@code #} is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!\n",
        "a = 1 #! x # y\n#!",
        "a = \"#\" #!",
        "a = '#' #!",
        "a = '\\' #!",
        "a = \"\\\"#\" #!",
        "a = \"\\\\\" #!",
        "a = \"# open\n#!",
        "a = '# open\r\n#!",
        "a = \"\"\"\n# \" \"\" \\\"\"\" #\n\"\"\" #!",
        "a = '''\n# ' '' \" #\n''' #!",
        "a = '' #!",
        "a = \"\" #!",
        "\"#\" = 1 #!",
        "a = \"\"\" # never closed",
        "a = \"\\",
      })
  void findsWhatIsOutsideOfStrings(String text) {
    assertThat(TomlComments.in(text))
        .allMatch(at -> text.startsWith("#!", at))
        .hasSize((int) text.chars().filter(c -> c == '!').count());
  }
}
