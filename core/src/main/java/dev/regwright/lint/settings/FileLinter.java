package dev.regwright.lint.settings;

import dev.regwright.containerd.HostsPlace;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Suppressed;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A linter as the settings want it for one file. Immutable. */
public final class FileLinter {
  private final Linter linter;
  private final Map<String, Severity> severities;

  FileLinter(Linter linter, Map<String, Severity> severities) {
    this.linter = linter;
    this.severities = severities;
  }

  /** A linter as it is. */
  public static FileLinter of(Linter linter) {
    return new FileLinter(linter, Map.of());
  }

  /** Lints a file of Talos's, or one that holds such. */
  public LintedFile lint(SourceFile source) {
    return withSeverities(linter.lint(source));
  }

  /** Lints a file of containerd's; the place is null when nothing is known of it. */
  public LintedFile lintContainerd(SourceFile source, @Nullable HostsPlace place) {
    return withSeverities(linter.containerd().lint(source, place));
  }

  /** Lints a configuration with patches; see {@link Linter#lint(SourceFile, List)}. */
  public List<LintedFile> lint(SourceFile source, List<SourceFile> patches) {
    List<LintedFile> linted = new ArrayList<>();
    linter.lint(source, patches).forEach(file -> linted.add(withSeverities(file)));
    return linted;
  }

  /** What files are judged for. */
  public Target target() {
    return linter.target();
  }

  /** This linter for one release of Talos, with the containerd it ships. */
  public FileLinter at(TalosVersion release) {
    return new FileLinter(linter.at(release), severities);
  }

  /** This linter with one more rule. */
  public FileLinter withRule(Rule more) {
    return new FileLinter(linter.withRule(more), severities);
  }

  /** A linted file with more findings, as far as the settings and the file itself want them. */
  public LintedFile adding(LintedFile file, List<Finding> more) {
    List<Finding> weighed = new ArrayList<>();
    more.forEach(finding -> weighed.add(withSeverity(finding)));
    return linter.adding(file, weighed);
  }

  private LintedFile withSeverities(LintedFile file) {
    if (severities.isEmpty()) {
      return file;
    }
    List<Finding> findings = new ArrayList<>();
    file.findings().forEach(finding -> findings.add(withSeverity(finding)));
    List<Suppressed> suppressed = new ArrayList<>();
    for (Suppressed s : file.suppressed()) {
      suppressed.add(new Suppressed(withSeverity(s.finding()), s.kind(), s.reason()));
    }
    return file.with(findings, suppressed);
  }

  private Finding withSeverity(Finding finding) {
    Severity severity = severities.get(finding.rule());
    return severity == null ? finding : finding.withSeverity(severity);
  }
}
