package dev.regwright.source;

/**
 * The name card of everything that can produce findings, whether a reader or a lint rule.
 *
 * @param id kebab-case slug; it never changes once released
 * @param summary what is wrong, without a full stop
 * @param severity the default severity; only settings may change it, never a single finding
 * @param stage when the problem would bite
 */
public record RuleInfo(String id, String summary, Severity severity, Stage stage) {

  /** A finding of this rule with nothing but a place and a message. */
  public Finding finding(Span span, String message) {
    return Finding.of(this, span, message);
  }
}
