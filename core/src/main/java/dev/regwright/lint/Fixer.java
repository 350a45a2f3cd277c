package dev.regwright.lint;

import dev.regwright.lint.Repaired.Repair;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.source.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Repairs files: applies the fixes that findings carry, lints again, and goes on until there is
 * nothing left to apply. It only computes the new text; who calls it writes the file.
 *
 * <pre>{@code
 * Repaired repaired = Fixer.safe().fix(source, linter::lint);
 * if (repaired.changed()) {
 *   WholeFile.replaceUnchanged(path, repaired.original(), repaired.bytes());
 * }
 * }</pre>
 */
public final class Fixer {
  /** Fixes that uncover further findings are rare, and chains of them rarer still. */
  private static final int ROUNDS = 16;

  private final boolean unsafe;

  private Fixer(boolean unsafe) {
    this.unsafe = unsafe;
  }

  /** A fixer that leaves the meaning of a file alone. */
  public static Fixer safe() {
    return new Fixer(false);
  }

  /** A fixer that also applies fixes of which only the author can say whether they are right. */
  public static Fixer unsafe() {
    return new Fixer(true);
  }

  /** How a text is linted. */
  public interface Lint {
    /** Lints one file. */
    LintedFile lint(SourceFile source);
  }

  /** Repairs one file. One whose bytes do not decode is left as it is. */
  public Repaired fix(SourceFile source, Lint linter) {
    LintedFile before = linter.lint(source);
    if (source.malformedAt().isPresent()) {
      return new Repaired(before, List.of(), before);
    }
    UnaryOperator<String> lineBreaks = lineBreaks(source.text());
    List<Repair> repairs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    LintedFile now = before;
    for (int round = 0; round < ROUNDS && seen.add(now.source().text()); round++) {
      Choice choice = choose(now.findings());
      if (choice.edits.isEmpty()) {
        break;
      }
      String text = applied(now.source().text(), choice.edits.values(), lineBreaks);
      LintedFile next = linter.lint(SourceFile.of(source.name(), text));
      if (worse(now, next)) {
        break; // a fix that breaks the file is a bug of ours, and must not reach the disk
      }
      repairs.addAll(choice.repairs);
      now = next;
    }
    return new Repaired(before, repairs, now);
  }

  private static boolean worse(LintedFile now, LintedFile next) {
    return next.talos().compareTo(now.talos()) < 0
        || (next.talos() == TalosVerdict.NONE && now.talos() != TalosVerdict.NONE)
        || (next.talos() == TalosVerdict.NONE && refusals(next) > refusals(now));
  }

  /** How often containerd would refuse a file of its own. */
  private static int refusals(LintedFile file) {
    int count = 0;
    for (Finding finding : file.findings()) {
      count += finding.stage() == Stage.LOAD ? 1 : 0;
    }
    return count;
  }

  private static final class Choice {
    private final List<Repair> repairs = new ArrayList<>();
    private final NavigableMap<Integer, TextEdit> edits = new TreeMap<>();

    /** Takes a fix unless it touches what another one changes; the same one twice is one. */
    boolean take(Finding finding, Fix fix) {
      for (TextEdit edit : fix.edits()) {
        TextEdit there = edits.get(edit.start());
        if (there == null ? touches(edit) : !there.equals(edit)) {
          return false;
        }
      }
      fix.edits().forEach(edit -> edits.put(edit.start(), edit));
      repairs.add(new Repair(finding, fix));
      return true;
    }

    private boolean touches(TextEdit edit) {
      var before = edits.floorEntry(edit.start());
      var behind = edits.ceilingEntry(edit.start());
      return (before != null && before.getValue().end() >= edit.start())
          || (behind != null && behind.getKey() <= edit.end());
    }
  }

  /** For each finding the best fix that is allowed, first come, first served. */
  private Choice choose(List<Finding> findings) {
    Choice choice = new Choice();
    for (Finding finding : findings) {
      for (Fix fix : finding.fixes()) {
        boolean allowed = (fix.safe() || unsafe) && !fix.edits().isEmpty() && disjoint(fix);
        if (allowed && choice.take(finding, fix)) {
          break;
        }
      }
    }
    return choice;
  }

  private static boolean disjoint(Fix fix) {
    List<TextEdit> edits = new ArrayList<>(fix.edits());
    edits.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    @Nullable TextEdit last = null;
    for (TextEdit edit : edits) {
      if (last != null && (edit.start() < last.end() || edit.start() == last.start())) {
        return false;
      }
      last = edit;
    }
    return true;
  }

  private static String applied(
      String text, Iterable<TextEdit> edits, UnaryOperator<String> lineBreaks) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int from = 0;
    for (TextEdit edit : edits) {
      out.append(text, from, edit.start()).append(lineBreaks.apply(edit.replacement()));
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** New lines end as those of the file do. */
  private static UnaryOperator<String> lineBreaks(String text) {
    int first = text.indexOf('\n');
    boolean windows = first > 0 && text.charAt(first - 1) == '\r';
    return windows
        ? added -> added.replace("\r\n", "\n").replace("\n", "\r\n")
        : UnaryOperator.identity();
  }
}
