package dev.regwright.lint.settings;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Suppressed;
import dev.regwright.lint.rules.Rules;
import dev.regwright.lint.settings.LintSettings.PathIgnore;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings together with what a front end was told directly, which counts more: a version replaces
 * the settings' versions, a selection replaces theirs, and what is to be ignored adds to theirs.
 */
public final class Profile {
  private final SettingsFile file;
  private final Linter linter;
  private final Set<String> select;
  private final Set<String> ignore;

  private Profile(SettingsFile file, Linter linter, Set<String> select, Set<String> ignore) {
    this.file = file;
    this.linter = linter;
    this.select = select;
    this.ignore = ignore;
  }

  /**
   * What a front end was told.
   *
   * @param target with everything that was not told at its default
   * @param talosGiven whether the Talos version was told
   * @param containerdGiven whether the containerd version was told
   * @param select the only rules to report; empty when none were told
   * @param ignore rules not to report
   */
  public record Told(
      Target target,
      boolean talosGiven,
      boolean containerdGiven,
      Set<String> select,
      Set<String> ignore) {
    /** Copies the sets. */
    public Told {
      select = Set.copyOf(select);
      ignore = Set.copyOf(ignore);
    }
  }

  /** The profile for all files that the same settings are about. */
  public static Profile of(SettingsFile file, Told told) {
    LintSettings settings = file.settings();
    Set<String> ignore = new HashSet<>(settings.ignore());
    ignore.addAll(told.ignore());
    List<Rule> rules = new ArrayList<>(Rules.ALL);
    rules.addAll(settings.policy().rules());
    Linter linter = Linter.of(target(settings, told)).withRules(rules);
    return new Profile(
        file, linter, told.select().isEmpty() ? settings.select() : told.select(), ignore);
  }

  /** Versions are told together: containerd's defaults from Talos's. */
  private static Target target(LintSettings settings, Told told) {
    Target target = told.target();
    if (!told.talosGiven() && settings.talos() != null) {
      Target other = target.withTalos(settings.talos());
      target = told.containerdGiven() ? other.withContainerd(target.containerd()) : other;
    }
    boolean ofSettings = !told.talosGiven() && !told.containerdGiven();
    return ofSettings && settings.containerd() != null
        ? target.withContainerd(settings.containerd())
        : target;
  }

  /** What files are judged for. */
  public Target target() {
    return linter.target();
  }

  /** The linter for a file that has no path. */
  public FileLinter linter() {
    return linter(ignore);
  }

  /** The linter for a file. */
  public FileLinter linter(Path path) {
    return linter(ignored(path));
  }

  /**
   * Answers for a configuration with patches applied, without what the settings ignore in the file
   * a finding stands in.
   *
   * @param answers one for the configuration, then one for each patch
   * @param places where the files lie, by name; without those that have no path
   */
  public List<LintedFile> heeded(List<LintedFile> answers, Map<String, Path> places) {
    List<LintedFile> heeded = new ArrayList<>();
    for (LintedFile answer : answers) {
      Path place = places.get(answer.source().name());
      heeded.add(place == null ? answer : without(ignored(place), answer));
    }
    return heeded;
  }

  private LintedFile without(Set<String> ignored, LintedFile file) {
    List<Finding> findings = new ArrayList<>(file.findings());
    findings.removeIf(finding -> !reports(finding.rule(), ignored));
    List<Suppressed> suppressed = new ArrayList<>(file.suppressed());
    suppressed.removeIf(one -> !reports(one.finding().rule(), ignored));
    return file.with(findings, suppressed);
  }

  private Set<String> ignored(Path path) {
    if (file.settings().perPathIgnores().isEmpty()) {
      return ignore;
    }
    String name = file.relative(path);
    Set<String> ignored = new HashSet<>(ignore);
    for (PathIgnore some : file.settings().perPathIgnores()) {
      if (some.files().matches(name)) {
        ignored.addAll(some.rules());
      }
    }
    return ignored;
  }

  private FileLinter linter(Set<String> ignored) {
    Linter choosy =
        select.isEmpty() && ignored.isEmpty()
            ? linter
            : linter.selecting(rule -> reports(rule, ignored));
    return new FileLinter(choosy, file.settings().severities());
  }

  /** A failure of ours is no rule's finding: nobody can have meant to hide it. */
  private boolean reports(String rule, Set<String> ignored) {
    return rule.equals(Linter.INTERNAL_ERROR.id())
        || ((select.isEmpty() || select.contains(rule)) && !ignored.contains(rule));
  }
}
