package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a POSIX shell would do with a text, beyond the recorded answers of dash. */
class ShellTextTest {
  private static List<String> words(String text) {
    return ShellText.of(text).commands().stream()
        .flatMap(words -> words.stream().map(ShellWord::text))
        .toList();
  }

  private static ShellWord last(String text) {
    List<List<ShellWord>> commands = ShellText.of(text).commands();
    List<ShellWord> words = commands.get(commands.size() - 1);
    return words.get(words.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a",
        "$z",
        "$A",
        "$Z",
        "$_",
        "$m1",
        "$0",
        "$9",
        "$@",
        "$*",
        "$#",
        "$?",
        "$-",
        "$$",
        "$!",
        "x$a",
        "\"$a\"",
        "${a b}",
        "$(a b)",
        "`a b`",
        "${a\\}b c}",
        "$(a (b) c)",
        "$(a \\) b)",
        "`a \\` b`",
        "${a{b} c}"
      })
  void whatTheShellFillsInIsOneOpenWord(String text) {
    ShellWord word = last("x " + text);
    assertThat(word.open()).isTrue();
    assertThat(word.text()).isEqualTo(text.replace("\"", ""));
    assertThat(word.start()).isEqualTo(2);
    assertThat(word.end()).isEqualTo(2 + text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$", "$.", "$/", "$=", "$,", "a$", "\"$\"", "'$a'", "\\$a", "$:", "$%", "$^"})
  void aDollarAloneIsADollar(String text) {
    assertThat(last("x " + text).open()).isFalse();
  }

  @Test
  void anotherWordBeginsBehindWhatIsFilledIn() {
    assertThat(words("${a b}c $(d)e `f`g $h i"))
        .containsExactly("${a b}c", "$(d)e", "`f`g", "$h", "i");
  }

  @ParameterizedTest
  @CsvSource({"x ${a b, 2", "x $(a b, 2", "x `a b, 2", "x y'a b, 3", "x \"a b, 2", "x \"`a b, 3"})
  void whatNothingClosesGoesToTheEnd(String text, int from) {
    ShellText shell = ShellText.of(text);
    assertThat(shell.unclosed()).contains(from);
    assertThat(words(text)).hasSize(2);
    assertThat(last(text).end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 0<f b | a,b",
        "a 2>f b | a,b",
        "a 9>f b | a,b",
        "a 12>>f b | a,b",
        "a x2>f b | a,x2,b",
        "a :>f b | a,:,b",
        "a />f b | a,/,b",
        "a > f b | a,b",
        "a 2>&1 b | a,b",
        "a > | a",
        "a >f;b | a,b",
        "a 2 | a,2",
        "a # b | a",
        "a#b | a#b"
      })
  void redirectionsAndCommentsAreNoWords(String text, String words) {
    assertThat(String.join(",", words(text))).isEqualTo(words);
  }

  @Test
  void commentsEndWithTheirLine() {
    assertThat(words("a # b\nc #")).containsExactly("a", "c");
    assertThat(words("a # b\rc")).containsExactly("a", "c");
  }

  @Test
  void aFileNameIsWaitedForInOneCommandOnly() {
    assertThat(words("a >\nb")).containsExactly("a", "b");
  }

  @Test
  void everyCharacterKnowsItsPlace() {
    ShellWord word = last("x a'b c'\\d\"e\"''");
    assertThat(word.text()).isEqualTo("ab cde");
    assertThat(List.of(0, 1, 2, 3, 4, 5, 6).stream().map(word::outer))
        .containsExactly(2, 4, 5, 6, 9, 11, 15);
    assertThat(word.outerEnd(0, 6)).isEqualTo(12);
    assertThat(word.outerEnd(0, 1)).isEqualTo(3);
    assertThat(word.outerEnd(6, 6)).isEqualTo(15);
    assertThat(last("x ''").outer(0)).isEqualTo(4);
  }

  @Test
  void wordsShowNoText() {
    assertThat(last("x s3cret")).hasToString("word at 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "_", ",", "-./:@%+=,", "a=b"})
  void plainWordsNeedNoQuotes(String word) {
    assertThat(ShellQuoting.of(word)).isEqualTo(word);
  }

  /** Some shells look up {@code =a} and {@code ~a}. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "=a", "~a", "a b", "$a", "*", "{", "[", "`", "|", ";", "<", "é", "a\nb", "^"})
  void otherWordsAreQuoted(String word) {
    assertThat(ShellQuoting.of(word)).isEqualTo("'" + word + "'");
    assertThat(last("x " + ShellQuoting.of(word)).text()).isEqualTo(word);
  }
}
