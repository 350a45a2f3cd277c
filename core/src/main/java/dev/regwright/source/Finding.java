package dev.regwright.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing we tell the user. Texts never hold a secret.
 *
 * @param rule id of the rule or reader check that speaks
 * @param severity the rule's severity, or the one the settings gave it
 * @param stage when the problem would bite without us
 * @param span the place in the file that caused it
 * @param message what will happen, one sentence without a full stop
 * @param help what to do about it, or null
 * @param upstream the text Talos or containerd itself would print, or null
 * @param related other places the message speaks of
 * @param fixes repairs, best first
 */
public record Finding(
    String rule,
    Severity severity,
    Stage stage,
    Span span,
    String message,
    @Nullable String help,
    @Nullable String upstream,
    List<Related> related,
    List<Fix> fixes)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::span)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** Copies the lists. */
  public Finding {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  static Finding of(RuleInfo rule, Span span, String message) {
    return new Finding(
        rule.id(), rule.severity(), rule.stage(), span, message, null, null, List.of(), List.of());
  }

  /** This finding in other words. */
  public Finding withMessage(String text) {
    return new Finding(rule, severity, stage, span, text, help, upstream, related, fixes);
  }

  /** This finding with advice on what to do. */
  public Finding withHelp(@Nullable String text) {
    return new Finding(rule, severity, stage, span, message, text, upstream, related, fixes);
  }

  /** This finding with the text the upstream program prints. */
  public Finding withUpstream(@Nullable String text) {
    return new Finding(rule, severity, stage, span, message, help, text, related, fixes);
  }

  /** This finding with one more related place. */
  public Finding withRelated(Span place, String what) {
    var more = new ArrayList<>(related);
    more.add(new Related(place, what));
    return new Finding(rule, severity, stage, span, message, help, upstream, more, fixes);
  }

  /** This finding with one more repair. */
  public Finding withFix(Fix fix) {
    var more = new ArrayList<>(fixes);
    more.add(fix);
    return new Finding(rule, severity, stage, span, message, help, upstream, related, more);
  }

  /** This finding at the severity the settings ask for. */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, stage, span, message, help, upstream, related, fixes);
  }

  /** Orders by path, line, column and rule: the order of every report. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
