package dev.regwright.lint;

import dev.regwright.lint.rules.Rules;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.talos.Embedded;
import dev.regwright.talos.EmbeddedYaml;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.LoadRules;
import dev.regwright.talos.PatchMerger;
import dev.regwright.talos.PatchResult;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosPatch;
import dev.regwright.talos.TalosReader;
import dev.regwright.talos.TalosValidator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lints files for one target: what Talos says when it loads and validates them, and what the rules
 * say beyond that. Dates of certificates count when the target has a day ({@link
 * Target#withToday}). Immutable and safe to share between threads.
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

  /** This linter with one more rule. */
  public Linter withRule(Rule more) {
    List<Rule> all = new ArrayList<>(rules);
    all.add(more);
    return new Linter(target, List.copyOf(all), selected, role);
  }

  /** This linter for one release of Talos, with the containerd it ships. */
  public Linter at(TalosVersion release) {
    return new Linter(target.withTalos(release), rules, selected, role);
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
    return new ContainerdLinter(target.containerd(), rules, selected);
  }

  /** Lints one file. Any file gives an answer. */
  public LintedFile lint(SourceFile source) {
    TalosFile file = TalosReader.read(source, target.talos(), role);
    List<Finding> findings = new ArrayList<>();
    TalosVerdict verdict = judge(file, target, findings);
    List<TalosFile.TextRange> secrets = new ArrayList<>(file.secrets());
    List<Suppressed> suppressed = new ArrayList<>();
    for (Embedded patch : EmbeddedYaml.in(file)) {
      List<Finding> inside = new ArrayList<>();
      TalosVerdict other = judge(patch.file(), target.withMode(null), inside);
      verdict = other.compareTo(verdict) < 0 ? other : verdict;
      if (patch.isText()) {
        Suppressions.Split own = suppress(patch.file().source(), inside);
        own.findings().forEach(finding -> findings.add(patch.outer(finding)));
        own.suppressed()
            .forEach(
                s ->
                    suppressed.add(new Suppressed(patch.outer(s.finding()), s.kind(), s.reason())));
      } else {
        inside.forEach(finding -> findings.add(patch.outer(finding)));
      }
      secrets.addAll(patch.secrets());
    }
    Suppressions.Split split = suppress(source, findings);
    suppressed.addAll(split.suppressed());
    return LintedFile.sorted(source, split.findings(), suppressed, verdict, secrets);
  }

  /** A linted file with more findings, as far as they are selected and nothing suppresses them. */
  public LintedFile adding(LintedFile file, List<Finding> more) {
    List<Finding> chosen = new ArrayList<>(more);
    chosen.removeIf(f -> !selected.test(f.rule()));
    boolean toml = ContainerdLinter.takes(file.source().name());
    // The comments themselves were judged with what the file had before.
    Suppressions.Split split = Suppressions.split(file.source(), toml, chosen, id -> false);
    List<Finding> findings = new ArrayList<>(file.findings());
    findings.addAll(split.findings());
    findings.sort(null);
    List<Suppressed> suppressed = new ArrayList<>(file.suppressed());
    suppressed.addAll(split.suppressed());
    return file.with(findings, suppressed);
  }

  private Suppressions.Split suppress(SourceFile source, List<Finding> findings) {
    findings.removeIf(f -> !selected.test(f.rule()));
    return Suppressions.split(source, false, findings, this::active);
  }

  /** Whether a rule would speak: what the target or the settings silence cannot be judged. */
  private boolean active(String id) {
    for (Rule rule : rules) {
      if (rule.info().id().equals(id)) {
        return selected.test(id) && rule.appliesTo(target);
      }
    }
    return selected.test(id) && !AllRules.optional(id);
  }

  /**
   * Lints what becomes of a configuration when patches are applied to it. Each finding stands in
   * the file that caused it, where a comment can suppress it. That one suppresses nothing is not
   * reported: it may be about the file alone, or about other patches.
   *
   * @param patches in the order applied
   * @return an answer for the configuration, then one for each patch
   */
  public List<LintedFile> lint(SourceFile source, List<SourceFile> patches) {
    TalosFile file = TalosReader.read(source, target.talos(), FileRole.CONFIG);
    List<TalosPatch> read = new ArrayList<>();
    Set<Finding> findings = new LinkedHashSet<>();
    for (SourceFile patch : patches) {
      TalosPatch one = TalosPatch.read(patch, target.talos());
      read.add(one);
      findings.addAll(one.file().findings());
    }
    PatchResult result = PatchMerger.apply(file, read);
    List<Finding> judged = new ArrayList<>();
    TalosVerdict verdict = TalosVerdict.LOAD_ERROR;
    if (result instanceof PatchResult.Patched patched) {
      verdict = judge(patched.file(), target, judged);
    } else if (result instanceof PatchResult.Refused refused) {
      judged.addAll(file.findings());
      judged.add(refused(refused));
    }
    findings.addAll(judged);
    findings.removeIf(finding -> !selected.test(finding.rule()));
    List<LintedFile> answers = new ArrayList<>();
    answers.add(answer(source, findings, verdict, file));
    for (TalosPatch patch : read) {
      SourceFile where = patch.file().source();
      if (!where.name().equals(source.name())) {
        answers.add(answer(where, findings, TalosVerdict.NONE, patch.file()));
      }
    }
    return answers;
  }

  private static Finding refused(PatchResult.Refused refused) {
    String message =
        switch (refused.why()) {
          case PATCH_LOAD -> "Talos cannot read this patch";
          case APPLY -> "Talos does not apply the patch: it does not fit the configuration";
          case CRASH -> "talosctl crashes when it writes what this patch makes";
        };
    return LoadRules.PATCH_REFUSED
        .finding(refused.span(), message)
        .withUpstream(refused.upstream());
  }

  private LintedFile answer(
      SourceFile source, Set<Finding> findings, TalosVerdict verdict, TalosFile file) {
    List<Finding> own = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.span().path().equals(source.name())) {
        own.add(finding);
      }
    }
    Predicate<String> comments = AllRules.UNUSED_SUPPRESSION.id()::equals;
    Suppressions.Split split = Suppressions.split(source, false, own, comments.and(selected));
    return LintedFile.sorted(source, split.findings(), split.suppressed(), verdict, file.secrets());
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
    return RuleRun.of(rule, subject.path(), out -> rule.check(subject, out));
  }
}
