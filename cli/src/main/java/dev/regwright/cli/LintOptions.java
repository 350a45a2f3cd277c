package dev.regwright.cli;

import dev.regwright.lint.Linter;
import dev.regwright.model.Target;
import dev.regwright.report.ReportFormat;
import java.util.List;
import java.util.Set;

/**
 * What to lint, and how.
 *
 * @param paths files, directories, or {@code -} for standard input
 * @param stdinName what standard input is called in the report
 * @param target what the files are judged for
 * @param format the report's form
 * @param failOn from which severity on the run fails
 * @param select the only rules to report; empty for all
 * @param ignore rules not to report
 * @param color when to colour the report
 * @param quiet whether to print findings and failures only
 */
record LintOptions(
    List<String> paths,
    String stdinName,
    Target target,
    ReportFormat format,
    FailOn failOn,
    Set<String> select,
    Set<String> ignore,
    Color color,
    boolean quiet) {

  Linter linter() {
    Linter linter = Linter.of(target);
    return select.isEmpty() && ignore.isEmpty() ? linter : linter.selecting(this::reports);
  }

  /** A failure of ours is no rule's finding: nobody can have meant to hide it. */
  private boolean reports(String rule) {
    return rule.equals(Linter.INTERNAL_ERROR.id())
        || ((select.isEmpty() || select.contains(rule)) && !ignore.contains(rule));
  }
}
