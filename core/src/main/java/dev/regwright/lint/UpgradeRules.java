package dev.regwright.lint;

import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.List;

/**
 * The catalogue of what only a comparison of releases tells; the findings come from {@code
 * upgrade}.
 */
public final class UpgradeRules {
  /** Nothing is wrong before and after, and nodes ask for images elsewhere. */
  public static final RuleInfo MOVES_REQUESTS =
      new RuleInfo(
          "upgrade-moves-requests",
          "After the upgrade nodes pull this registry's images otherwise",
          Severity.WARNING,
          Stage.PULL);

  /** Nothing is wrong before and after, but in between. */
  public static final RuleInfo ON_THE_WAY =
      new RuleInfo(
          "upgrade-on-the-way",
          "Only releases between the two have trouble with this",
          Severity.INFO,
          Stage.ADVICE);

  /** Both, by id. */
  public static final List<RuleInfo> ALL = List.of(MOVES_REQUESTS, ON_THE_WAY);

  private UpgradeRules() {}
}
