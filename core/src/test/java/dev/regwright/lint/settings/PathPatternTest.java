package dev.regwright.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As in gitignore(5), but that nothing is ever taken back. */
class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml, true",
    "a.yaml, x/y/a.yaml, true",
    "a.yaml, aa.yaml, false",
    "*.yaml, x/a.yaml, true",
    "*.yaml, x/a.yml, false",
    "/a.yaml, a.yaml, true",
    "/a.yaml, x/a.yaml, false",
    "./x/a.yaml, x/a.yaml, true",
    "x/*.yaml, x/a.yaml, true",
    "x/*.yaml, x/y/a.yaml, false",
    "x/*.yaml, z/x/a.yaml, false",
    "x/**, x/y/a.yaml, true",
    "x/**/a.yaml, x/a.yaml, true",
    "x/**/a.yaml, x/y/z/a.yaml, true",
    "**/y/a.yaml, y/a.yaml, true",
    "vendor, vendor/x/a.yaml, true",
    "vendor/, x/vendor/a.yaml, true",
    "vendor/, vendor/a.yaml, true",
    "x/y, x/y/z/a.yaml, true",
    "a?.yaml, ab.yaml, true",
    "a?.yaml, a.yaml, false",
    "a*b*c, aXbXbc, true",
    "a*b*c, aXbXb, false",
    "**, anything/at/all, true",
    "'', a, false",
  })
  void matches(String pattern, String path, boolean matches) {
    assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
  }
}
