package dev.regwright.run;

import dev.regwright.lint.settings.FileLinter;
import dev.regwright.model.Target;
import java.util.List;

/** Who lints which input. */
public interface Linters {
  /** The linter for an input. */
  FileLinter linter(Input input) throws UsageException;

  /** What the report says the inputs were judged for. */
  default Target target(List<Input> inputs, Target told) throws UsageException {
    return told;
  }
}
