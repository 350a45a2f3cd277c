package dev.regwright.lint;

import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.TalosFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The outcome of linting one file.
 *
 * @param source the file
 * @param findings what there is to say, in the order of reports
 * @param suppressed what somebody decided not to hear, in the same order
 * @param talos what Talos would answer, suppressed findings included
 * @param secrets ranges of the text no report may show
 * @param upgrade what was only counted, as an upgrade does not change it
 */
public record LintedFile(
    SourceFile source,
    List<Finding> findings,
    List<Suppressed> suppressed,
    TalosVerdict talos,
    List<TalosFile.TextRange> secrets,
    UpgradeCounts upgrade) {
  /** Copies the lists. */
  public LintedFile {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    secrets = List.copyOf(secrets);
  }

  /** An outcome of which nothing was suppressed. */
  public LintedFile(
      SourceFile source,
      List<Finding> findings,
      TalosVerdict talos,
      List<TalosFile.TextRange> secrets) {
    this(source, findings, List.of(), talos, secrets, UpgradeCounts.NONE);
  }

  /** An outcome whose parts are not in order yet. */
  static LintedFile sorted(
      SourceFile source,
      List<Finding> findings,
      List<Suppressed> suppressed,
      TalosVerdict talos,
      List<TalosFile.TextRange> secrets) {
    List<Finding> found = new ArrayList<>(findings);
    found.sort(null);
    List<Suppressed> hidden = new ArrayList<>(suppressed);
    hidden.sort(Comparator.comparing(Suppressed::finding));
    return new LintedFile(source, found, hidden, talos, secrets, UpgradeCounts.NONE);
  }

  /** The same file with other findings. */
  public LintedFile with(List<Finding> others, List<Suppressed> otherSuppressed) {
    return new LintedFile(source, others, otherSuppressed, talos, secrets, upgrade);
  }

  /** The same file with other findings, and the number of those that are none of an upgrade's. */
  public LintedFile with(List<Finding> others, UpgradeCounts counts) {
    return new LintedFile(source, others, suppressed, talos, secrets, counts);
  }

  @Override
  public String toString() {
    return source.name() + ": " + findings.size() + " findings";
  }
}
