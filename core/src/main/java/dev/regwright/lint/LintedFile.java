package dev.regwright.lint;

import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.TalosFile;
import java.util.List;

/**
 * The outcome of linting one file.
 *
 * @param source the file
 * @param findings what there is to say, in the order of reports
 * @param talos what Talos would answer
 * @param secrets ranges of the text no report may show
 */
public record LintedFile(
    SourceFile source,
    List<Finding> findings,
    TalosVerdict talos,
    List<TalosFile.TextRange> secrets) {
  /** Copies the lists. */
  public LintedFile {
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }

  @Override
  public String toString() {
    return source.name() + ": " + findings.size() + " findings";
  }
}
