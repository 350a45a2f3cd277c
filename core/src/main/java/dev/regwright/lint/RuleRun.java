package dev.regwright.lint;

import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs one rule over one file, so that a rule of ours that fails hides nothing of the others. */
final class RuleRun {
  private RuleRun() {}

  /**
   * What a rule has to say.
   *
   * @param path the file, for saying that the rule failed on it
   * @param check lets the rule speak
   */
  static List<Finding> of(Rule rule, String path, Consumer<Consumer<Finding>> check) {
    List<Finding> found = new ArrayList<>();
    try {
      check.accept(found::add);
      return found;
    } catch (RuntimeException e) {
      return List.of(crashed(rule, path, e));
    }
  }

  private static Finding crashed(Rule rule, String path, RuntimeException e) {
    return Linter.INTERNAL_ERROR
        .finding(
            Span.startOf(path),
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
