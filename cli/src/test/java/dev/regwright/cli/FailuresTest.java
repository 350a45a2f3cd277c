package dev.regwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.lint.Linter;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.lint.settings.FileLinter;
import dev.regwright.lint.settings.Profile;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.Target;
import dev.regwright.report.ReportFormat;
import dev.regwright.run.Color;
import dev.regwright.run.ExitCode;
import dev.regwright.run.FailOn;
import dev.regwright.run.Failures;
import dev.regwright.run.Io;
import dev.regwright.run.LintOptions;
import dev.regwright.run.LintRun;
import dev.regwright.run.ReportTarget;
import dev.regwright.run.UsageException;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens when something fails that must not: one line, exit code 3, and the other files go
 * on.
 */
class FailuresTest {
  @TempDir private Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void files() {
    Samples.write(dir, "a.yaml", Samples.CLEAN);
    Samples.write(dir, "b.yaml", Samples.BROKEN.replace("nome", "fail"));
  }

  @Test
  void aRuleThatThrowsIsAFindingAndAFailure() throws IOException, UsageException {
    int code = lint(Map.of(), new IllegalStateException("CANARY"));

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(out.toString()).contains("internal-error", "unknown-key").doesNotContain("CANARY");
  }

  @Test
  void tooDeepIsSaidInOneLine() throws IOException, UsageException {
    int code = lint(Map.of(), new StackOverflowError());

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(err)
        .hasToString(
            "regwright: %1$s/a.yaml: nested too deep to be checked%nregwright: %1$s/b.yaml: nested too deep to be checked%n"
                .formatted(dir));
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() throws IOException, UsageException {
    assertThat(lint(Map.of(), new OutOfMemoryError())).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("-Xmx2g"));
  }

  @Test
  void aBugIsSaidInOneLineUnlessDebugged() {
    Io io = io(Map.of());
    Failures.internal(io, "a.yaml", new IllegalStateException("CANARY"));
    assertThat(err)
        .hasToString(
            "regwright: a.yaml: internal error (IllegalStateException): this is a bug, please report it;"
                + " REGWRIGHT_DEBUG=1 shows where it happened\n");

    Failures.internal(
        io(Map.of("REGWRIGHT_DEBUG", "1")),
        "a.yaml",
        new IllegalStateException("CANARY", new IOException("CANARY")));
    assertThat(err.toString())
        .contains("java.lang.IllegalStateException\n    at dev.regwright.cli.FailuresTest")
        .contains("caused by java.io.IOException\n")
        .doesNotContain("CANARY");
  }

  @Test
  void aBugOutsideOfAnyFileEndsTheRun() {
    int code =
        Main.run(
            new String[] {"lint", dir.toString()},
            new Io(InputStream.nullInputStream(), out, err, new Unreadable(), true, false));

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString()).startsWith("regwright: internal error (IllegalStateException)");
  }

  private int lint(Map<String, String> env, Throwable failure) throws IOException, UsageException {
    Target target = Target.talos(TalosReleases.byDefault());
    LintOptions options =
        new LintOptions(
            List.of(dir.toString()),
            "<stdin>",
            new Profile.Told(target, false, false, Set.of(), Set.of()),
            null,
            List.of(new ReportTarget(ReportFormat.TEXT, null)),
            FailOn.NEVER,
            null,
            null,
            false,
            Color.NEVER,
            false);
    Linter linter = Linter.of(target).withRules(List.of(new Failing(failure)));
    return new LintRun(options, input -> FileLinter.of(linter), io(env)).run();
  }

  private Io io(Map<String, String> env) {
    return new Io(InputStream.nullInputStream(), out, err, env, false, false);
  }

  private record Failing(Throwable failure) implements Rule {
    @Override
    public RuleInfo info() {
      return new RuleInfo("failing", "Fails", Severity.INFO, Stage.ADVICE);
    }

    @Override
    public void check(Subject subject, Consumer<Finding> out) {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
  }

  /** An environment whose colour settings cannot be read. */
  private static final class Unreadable extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String getOrDefault(Object key, String value) {
      throw new IllegalStateException("x");
    }
  }
}
