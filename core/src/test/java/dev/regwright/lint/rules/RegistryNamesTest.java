package dev.regwright.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryNamesTest {
  /** {@code domainAndPort} of {@code distribution/reference}, {@code regexp.go}. */
  private static final Pattern DOMAIN_AND_PORT =
      Pattern.compile(
          "(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])"
              + "(?:\\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*"
              + "|\\[[A-Fa-f0-9:]+\\])(?::[0-9]+)?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a.b",
        "a-b.c:5000",
        "[::1]",
        "[fe80::1]:5000",
        "A.io",
        "localhost",
        "z.Z",
        "[A::F]",
        "[a::f]",
        "0.9"
      })
  void hostNames(String name) {
    assertThat(RegistryNames.isHostName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a.", "-a", "a-", "a-.b", "a:", ":1", "a:1:2", "[]", "[::1", "a:x", "ä"})
  void otherNames(String name) {
    assertThat(RegistryNames.isHostName(name)).isFalse();
  }

  /** {@code RepositoryNameTotalLengthMax}. */
  @Test
  void namesAreNoLongerThanARepositoryMayBe() {
    assertThat(RegistryNames.isHostName("a".repeat(255))).isTrue();
    assertThat(RegistryNames.isHostName("a".repeat(256))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "quay.io, quay.io",
    "https://quay.io/v2, quay.io",
    "://quay.io, quay.io",
    "' robot:x@quay.io ', quay.io",
    "/v2, ''",
  })
  void theHostIsWhatIsLeft(String name, String bare) {
    assertThat(RegistryNames.bare(name)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a, a scheme",
    "a/b, a path",
    "/a, a path",
    "'a b', white space",
    "'*.a', a pattern",
  })
  void flawsOfHosts(String name, String flaw) {
    assertThat(RegistryNames.hostFlaw(name)).isEqualTo(flaw);
    assertThat(RegistryNames.hostFlaw("a.example.org:5000")).isNull();
  }

  @Test
  void readsNamesAsTheReferencePatternDoes() {
    long seed = System.nanoTime();
    System.out.println("RegistryNamesTest seed " + seed);
    Random random = new Random(seed);
    String letters = "aZ09.-:[]f_ /";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(RegistryNames.isHostName(name.toString()))
          .as("%s, seed %d", name, seed)
          .isEqualTo(DOMAIN_AND_PORT.matcher(name).matches());
    }
  }
}
