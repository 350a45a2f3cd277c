package dev.regwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library as the README shows it; the lines between the marks are the README's. */
class LibraryExampleTest {
  private final List<String> printed = new ArrayList<>();

  @Test
  void theExampleOfTheReadmeWorks() throws IOException {
    Path path = TestData.path("../examples/broken-mirrors.yaml");
    // README begin
    Linter linter = Linter.forTalos("1.14");
    LintedFile linted = linter.lint(SourceFile.of("mirrors.yaml", Files.readAllBytes(path)));
    System.out.println("Talos says: " + linted.talos().label());
    for (Finding finding : linted.findings()) {
      System.out.println(finding.span() + " " + finding.rule() + ": " + finding.message());
      // README end
      printed.add(finding.rule());
    }
    assertThat(linted.talos().label()).isEqualTo("valid");
    assertThat(printed)
        .containsExactly(
            "path-needs-override", "credential-matches-no-endpoint", "tls-on-http-endpoint");
  }

  @Test
  void theReadmeShowsTheseLines() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/dev/regwright/LibraryExampleTest.java"))
            .replaceAll("(?s).*?// README begin\n|\n *// README end.*", "");
    String readme = Files.readString(TestData.path("../README.md"));
    assertThat(readme).contains(test.stripIndent().strip());
  }
}
