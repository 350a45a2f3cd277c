package dev.regwright.lint;

import dev.regwright.lint.rules.Rules;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Span;
import dev.regwright.source.Stage;
import dev.regwright.talos.Embedded;
import dev.regwright.talos.EmbeddedYaml;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosReader;
import dev.regwright.talos.TalosValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lints files for one target: what Talos says when it loads and validates them, and what the rules
 * say beyond that. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Linter linter = Linter.forTalos("1.14");
 * LintedFile result = linter.lint(SourceFile.of("mirrors.yaml", Files.readAllBytes(path)));
 * result.findings().forEach(f -> System.out.println(f.span() + " " + f.message()));
 * }</pre>
 */
public final class Linter {
  /** A rule that failed: our mistake, never the user's. */
  public static final RuleInfo INTERNAL_ERROR =
      new RuleInfo(
          "internal-error", "A rule failed; please report it", Severity.WARNING, Stage.ADVICE);

  /**
   * From here on rules look at a file side by side. Below, starting that costs more than it saves.
   */
  private static final int MANY_MIRRORS = 4096;

  private final Target target;
  private final List<Rule> rules;
  private final Predicate<String> selected;
  private final FileRole role;

  private Linter(Target target, List<Rule> rules, Predicate<String> selected, FileRole role) {
    this.target = target;
    this.rules = rules;
    this.selected = selected;
    this.role = role;
  }

  /**
   * A linter with all rules for a Talos version and the containerd it ships.
   *
   * @throws IllegalArgumentException when the text is no version
   */
  public static Linter forTalos(String version) {
    return of(Target.talos(TalosVersion.of(version)));
  }

  /** A linter with all rules. */
  public static Linter of(Target target) {
    return new Linter(target, Rules.ALL, id -> true, FileRole.AUTO);
  }

  /** This linter, reporting only findings of the rules whose ids are accepted. */
  public Linter selecting(Predicate<String> ids) {
    return new Linter(target, rules, ids, role);
  }

  /** This linter with other rules. */
  public Linter withRules(List<Rule> others) {
    return new Linter(target, List.copyOf(others), selected, role);
  }

  /** This linter, taking every file for a configuration or for a patch. */
  public Linter reading(FileRole as) {
    return new Linter(target, rules, selected, as);
  }

  /** What files are judged for. */
  public Target target() {
    return target;
  }

  /** A linter of containerd's own files, for the containerd of the same target. */
  public ContainerdLinter containerd() {
    return new ContainerdLinter(target.containerd(), selected);
  }

  /** Lints one file. Any file gives an answer. */
  public LintedFile lint(SourceFile source) {
    TalosFile file = TalosReader.read(source, target.talos(), role);
    List<Finding> findings = new ArrayList<>();
    TalosVerdict verdict = judge(file, target, findings);
    List<TalosFile.TextRange> secrets = new ArrayList<>(file.secrets());
    for (Embedded patch : EmbeddedYaml.in(file)) {
      List<Finding> inside = new ArrayList<>();
      TalosVerdict other = judge(patch.file(), target.withMode(null), inside);
      verdict = other.compareTo(verdict) < 0 ? other : verdict;
      inside.forEach(finding -> findings.add(patch.outer(finding)));
      secrets.addAll(patch.secrets());
    }
    findings.removeIf(f -> !selected.test(f.rule()));
    findings.sort(null);
    return new LintedFile(source, findings, verdict, secrets);
  }

  private TalosVerdict judge(TalosFile file, Target judgedFor, List<Finding> findings) {
    findings.addAll(file.findings());
    if (file.talos()) {
      TalosValidator.validate(file, judgedFor.mode()).forEach(d -> findings.addAll(d.findings()));
    }
    TalosVerdict verdict = verdict(file, findings);
    if (file.talos() && file.hasRegistries()) {
      findings.addAll(runRules(new Subject(file, judgedFor)));
    }
    return verdict;
  }

  private static TalosVerdict verdict(TalosFile file, List<Finding> findings) {
    if (!file.talos()) {
      return TalosVerdict.NONE;
    }
    boolean invalid = false;
    for (Finding finding : findings) {
      if (finding.stage() == Stage.LOAD) {
        return TalosVerdict.LOAD_ERROR;
      }
      invalid |= finding.stage() == Stage.VALIDATE;
    }
    return invalid ? TalosVerdict.INVALID : TalosVerdict.VALID;
  }

  private List<Finding> runRules(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    if (subject.allMirrors().size() > MANY_MIRRORS) {
      rules.parallelStream().map(rule -> run(rule, subject)).forEachOrdered(findings::addAll);
    } else {
      for (Rule rule : rules) {
        findings.addAll(run(rule, subject));
      }
    }
    return findings;
  }

  private List<Finding> run(Rule rule, Subject subject) {
    if (!rule.appliesTo(target) || !selected.test(rule.info().id())) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    try {
      rule.check(subject, found::add);
      return found;
    } catch (RuntimeException e) {
      // One broken rule must not hide what the others have to say.
      return List.of(crashed(rule, subject, e));
    }
  }

  private static Finding crashed(Rule rule, Subject subject, RuntimeException e) {
    return INTERNAL_ERROR
        .finding(
            Span.startOf(subject.path()),
            "rule "
                + rule.info().id()
                + " failed on this file ("
                + e.getClass().getSimpleName()
                + ")")
        .withHelp(
            "this is a bug in regwright: please report it with a reduced file; --ignore "
                + rule.info().id()
                + " switches the rule off");
  }
}
