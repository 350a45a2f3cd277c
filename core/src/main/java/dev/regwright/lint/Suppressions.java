package dev.regwright.lint;

import dev.regwright.lint.Suppressed.Kind;
import dev.regwright.source.DidYouMean;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.source.SourceFile;
import dev.regwright.source.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the comments of one text suppress, and which of them do nothing. */
final class Suppressions {
  private static final String NOTHING = "this comment suppresses nothing: ";
  private static final int LONGEST = 64;

  /** To look for what was meant is dear, and nobody reads that many. */
  private static final int HINTS = 100;

  private final SourceFile source;
  private final List<SuppressionComment> comments;
  private final List<Set<String>> used = new ArrayList<>();
  private final int top;

  /** The line each comment speaks of. */
  private final int[] lines;

  /** For each rule the first comment that names it. */
  private final Map<String, Integer> ofWholeFile = new HashMap<>();

  private final Map<Integer, Map<String, Integer>> byLine = new HashMap<>();
  private final Map<String, String> meant = new HashMap<>();

  private Suppressions(SourceFile source, List<SuppressionComment> comments) {
    this.source = source;
    this.comments = comments;
    this.top = SuppressionScan.leadingEnd(source.text(), 0);
    this.lines = lines(source, comments);
    for (int i = 0; i < comments.size(); i++) {
      SuppressionComment comment = comments.get(i);
      used.add(new HashSet<>());
      if (comment.trouble() == null && (!comment.wholeFile() || atTop(comment))) {
        Map<String, Integer> first =
            comment.wholeFile()
                ? ofWholeFile
                : byLine.computeIfAbsent(lines[i], line -> new HashMap<>());
        for (String rule : comment.rules()) {
          first.putIfAbsent(rule, i);
        }
      }
    }
  }

  /** A comment on a line of its own speaks of the next line that is neither empty nor a comment. */
  private static int[] lines(SourceFile source, List<SuppressionComment> comments) {
    int[] lines = new int[comments.size()];
    int nextOwn = Integer.MAX_VALUE;
    int ofNextOwn = 0;
    for (int i = comments.size() - 1; i >= 0; i--) {
      int own = source.line(comments.get(i).start());
      int line = own;
      if (comments.get(i).own()) {
        do {
          line++;
        } while (line < source.lineCount() && line != nextOwn && passedOver(source, line));
        line = line == nextOwn ? ofNextOwn : Math.min(line, source.lineCount());
        nextOwn = own;
        ofNextOwn = line;
      }
      lines[i] = line;
    }
    return lines;
  }

  private static boolean passedOver(SourceFile source, int line) {
    String text = source.lineText(line).strip();
    return text.isEmpty() || text.startsWith("#");
  }

  /** Findings that are left, those about comments included, and findings that are not. */
  record Split(List<Finding> findings, List<Suppressed> suppressed) {}

  /**
   * Sorts out findings about a text.
   *
   * @param active whether a rule is looked at in this run, so that a comment about it can be judged
   */
  static Split split(
      SourceFile source, boolean toml, List<Finding> findings, Predicate<String> active) {
    List<SuppressionComment> comments = SuppressionScan.in(source, toml);
    return comments.isEmpty()
        ? new Split(findings, List.of())
        : new Suppressions(source, comments).split(findings, active);
  }

  private Split split(List<Finding> findings, Predicate<String> active) {
    List<Finding> left = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    sort(findings, left, suppressed);
    if (active.test(AllRules.UNUSED_SUPPRESSION.id())) {
      List<Finding> unused = new ArrayList<>();
      List<String> known = AllRules.ids();
      for (int i = 0; i < comments.size(); i++) {
        judge(i, known, active, unused);
      }
      sort(unused, left, suppressed);
    }
    return new Split(left, suppressed);
  }

  private void sort(List<Finding> findings, List<Finding> left, List<Suppressed> suppressed) {
    for (Finding finding : findings) {
      SuppressionComment comment = suppressing(finding);
      if (comment == null) {
        left.add(finding);
      } else {
        suppressed.add(new Suppressed(finding, Kind.IN_SOURCE, comment.reason()));
      }
    }
  }

  /** The first comment about a finding; a failure of ours cannot be suppressed. */
  private @Nullable SuppressionComment suppressing(Finding finding) {
    boolean here = finding.span().path().equals(source.name());
    if (!here || finding.rule().equals(Linter.INTERNAL_ERROR.id())) {
      return null;
    }
    Map<String, Integer> near = byLine.getOrDefault(finding.span().startLine(), Map.of());
    Integer index = near.getOrDefault(finding.rule(), ofWholeFile.get(finding.rule()));
    if (index == null) {
      return null;
    }
    used.get(index).add(finding.rule());
    return comments.get(index);
  }

  private boolean atTop(SuppressionComment comment) {
    return comment.start() < top;
  }

  private void judge(int index, List<String> known, Predicate<String> active, List<Finding> out) {
    SuppressionComment comment = comments.get(index);
    if (comment.trouble() != null) {
      out.add(
          finding(comment, comment.trouble()).withHelp("write # regwright: ignore RULE -- reason"));
      return;
    }
    if (comment.wholeFile() && !atTop(comment)) {
      out.add(
          finding(comment, "ignore-file counts in front of the first line only")
              .withHelp("move it to the top of the file, or write ignore"));
      return;
    }
    List<Finding> unused = new ArrayList<>();
    for (String rule : comment.rules()) {
      if (!known.contains(rule)) {
        unused.add(unknown(comment, rule, known));
      } else if (!used.get(index).contains(rule)
          && active.test(rule)
          && !rule.equals(AllRules.UNUSED_SUPPRESSION.id())) {
        unused.add(unused(comment, rule, lines[index]));
      }
    }
    boolean all = unused.size() == comment.rules().size();
    unused.forEach(finding -> out.add(all ? finding.withFix(removal(comment)) : finding));
  }

  private Finding finding(SuppressionComment comment, String why) {
    return AllRules.UNUSED_SUPPRESSION.finding(
        source.span(comment.start(), comment.end()), NOTHING + why);
  }

  private Finding unknown(SuppressionComment comment, String rule, List<String> known) {
    String shown = rule.length() <= LONGEST ? rule : rule.substring(0, LONGEST) + "…";
    if (meant.size() < HINTS && !meant.containsKey(rule)) {
      meant.put(rule, DidYouMean.closest(rule, known).orElse(""));
    }
    String hint = meant.getOrDefault(rule, "");
    return finding(comment, "there is no rule " + shown)
        .withHelp(hint.isEmpty() ? "regwright rules lists them" : "did you mean " + hint + "?");
  }

  private Finding unused(SuppressionComment comment, String rule, int line) {
    return finding(
            comment,
            rule + " has no finding " + (comment.wholeFile() ? "in this file" : "on line " + line))
        .withHelp(
            "remove it; a comment counts for its own line, or for the next one if it stands alone");
  }

  /** With its line if it stands alone, and with the blanks in front of it if not. */
  private Fix removal(SuppressionComment comment) {
    String text = source.text();
    int start = comment.start();
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    int end = comment.end();
    if (comment.own()) {
      int line = source.line(comment.start());
      end = line < source.lineCount() ? source.lineStart(line + 1) : text.length();
    }
    return new Fix("remove the comment", true, List.of(new TextEdit(start, end, "")));
  }
}
