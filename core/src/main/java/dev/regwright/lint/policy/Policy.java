package dev.regwright.lint.policy;

import dev.regwright.lint.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What the settings demand.
 *
 * @param airGapped nodes reach no upstream registry, so that no mirror may fall back to one
 * @param noHttp endpoints are asked over https only
 * @param noSkipVerify certificates are always verified
 * @param allowedEndpoints the only hosts an endpoint may have; empty for any
 * @param requireFallback every mirror falls back to the upstream
 * @param requiredRegistries registries that need a mirror
 */
public record Policy(
    boolean airGapped,
    boolean noHttp,
    boolean noSkipVerify,
    List<HostPattern> allowedEndpoints,
    boolean requireFallback,
    List<String> requiredRegistries) {

  /** Nothing is demanded. */
  public static final Policy NONE = new Policy(false, false, false, List.of(), false, List.of());

  /** Copies the lists. */
  public Policy {
    allowedEndpoints = List.copyOf(allowedEndpoints);
    requiredRegistries = List.copyOf(requiredRegistries);
  }

  /** The rules that check what is demanded, by id. */
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    if (airGapped) {
      rules.add(new AirGapped());
    }
    if (!allowedEndpoints.isEmpty()) {
      rules.add(new AllowedEndpoints(allowedEndpoints));
    }
    if (noHttp) {
      rules.add(new NoHttp());
    }
    if (noSkipVerify) {
      rules.add(new NoSkipVerify());
    }
    if (requireFallback) {
      rules.add(new RequireFallback());
    }
    if (!requiredRegistries.isEmpty()) {
      rules.add(new RequiredRegistries(requiredRegistries));
    }
    return rules;
  }
}
