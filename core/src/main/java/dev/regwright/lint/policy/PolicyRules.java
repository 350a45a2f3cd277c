package dev.regwright.lint.policy;

import dev.regwright.source.RuleInfo;
import java.util.List;

/** The catalogue of policies; apart from {@link Policy}, as most runs never need it. */
public final class PolicyRules {
  /** The name cards of all, by id. */
  public static final List<RuleInfo> ALL =
      List.of(
          AirGapped.INFO,
          AllowedEndpoints.INFO,
          NoHttp.INFO,
          NoSkipVerify.INFO,
          RequireFallback.INFO,
          RequiredRegistries.INFO);

  private PolicyRules() {}
}
