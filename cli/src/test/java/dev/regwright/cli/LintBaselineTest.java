package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.run.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintBaselineTest {
  @TempDir private Path dir;
  private Path file;
  private Path broken;

  @BeforeEach
  void files() {
    broken = Samples.write(dir, "a/broken.yaml", Samples.BROKEN);
    Samples.write(dir, "a/odd.yaml", Samples.ODD);
    file = dir.resolve("baseline.txt");
  }

  @Test
  void acceptsWhatThereIsAndReportsWhatIsNew() {
    Run write = Run.of("lint", dir, "--write-baseline", file);
    assertThat(write.code()).isZero();
    assertThat(write.out()).startsWith("All good");
    assertThat(write.err()).isEqualTo("regwright: accepted 2 findings in " + file + "\n");
    assertThat(file)
        .content()
        .contains(" unknown-key a/broken.yaml\n", " ignored-key a/odd.yaml\n");

    assertThat(Run.of("lint", dir, "--baseline", file, "--fail-on=info", "-q"))
        .isEqualTo(new Run(0, "", ""));
    Samples.write(dir, "a/broken.yaml", "# moved\n" + Samples.BROKEN + "more: 1\n");
    Run later = Run.of("lint", dir, "--baseline", file, "--format=concise");
    assertThat(later.out()).startsWith(broken + ":8:1: error unknown-key").hasLineCount(1);
    assertThat(later.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void saysWhatIsGone() {
    Run.of("lint", dir, "--write-baseline", file);
    Samples.write(dir, "a/broken.yaml", Samples.CLEAN);

    assertThat(Run.of("lint", dir, "--baseline", file).err())
        .isEqualTo(
            "regwright: note: 1 of the baseline's findings are gone; --write-baseline takes them"
                + " out\n");
    assertThat(Run.of("lint", dir.resolve("a/odd.yaml"), "--baseline", file).err()).isEmpty();
  }

  @Test
  void isNotWrittenWhenSomethingCouldNotBeRead() {
    Run run = Run.of("lint", dir, dir.resolve("none.yaml"), "--write-baseline", file);

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("the baseline was not written");
    assertThat(file).doesNotExist();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(Run.of("lint", dir, "--baseline", file).err()).contains("--write-baseline makes it");
    Run.of("lint", dir, "--write-baseline", file);
    for (Run run :
        new Run[] {
          Run.of("lint", dir, "--baseline", dir.resolve("none")),
          Run.of("lint", dir, "--baseline", broken),
          Run.of("lint", dir, "--baseline", file, "--write-baseline", file),
          Run.of("lint", dir, "--diff", "--write-baseline", file),
        }) {
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void showsAcceptedFindingsInSarif() {
    Run.of("lint", dir, "--write-baseline", file);

    assertThat(Run.of("lint", dir, "--baseline", file, "--format=sarif").out())
        .contains("\"kind\": \"external\"", "\"justification\": \"in the baseline\"");
  }
}
