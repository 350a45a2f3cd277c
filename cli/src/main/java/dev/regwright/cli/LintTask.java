package dev.regwright.cli;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.TalosVerdict;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.Relevance;
import java.io.InputStream;
import java.util.concurrent.Callable;

/**
 * Reads and lints one input. Whatever goes wrong with it is an outcome, so that the others go on.
 */
record LintTask(Input input, Linter linter, InputStream stdin) implements Callable<Outcome> {
  @Override
  public Outcome call() {
    try {
      SourceFile source = SourceFile.of(input.name(), FileReader.read(input, stdin));
      if (!input.given() && !Relevance.mayConfigureRegistries(source.text())) {
        return Outcome.skipped(input);
      }
      LintedFile linted = linter.lint(source);
      boolean foreign = linted.talos() == TalosVerdict.NONE;
      return foreign && !input.given() ? Outcome.skipped(input) : Outcome.linted(input, linted);
    } catch (UnreadableException e) {
      return Outcome.unreadable(input, e.problem());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Outcome.failed(input, e);
    }
  }
}
