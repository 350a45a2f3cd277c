package dev.regwright.lint.settings;

import dev.regwright.lint.policy.Policy;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a settings file says.
 *
 * @param talos the Talos version files are judged for, or null
 * @param containerd the containerd version, or null for the one Talos ships
 * @param select the only rules to report; empty for all
 * @param ignore rules not to report
 * @param severities severities that are not the rules' own
 * @param perPathIgnores rules not to report for some files
 * @param policy what is demanded beyond the rules
 */
public record LintSettings(
    @Nullable TalosVersion talos,
    @Nullable ContainerdVersion containerd,
    Set<String> select,
    Set<String> ignore,
    Map<String, Severity> severities,
    List<PathIgnore> perPathIgnores,
    Policy policy) {

  /** Settings that say nothing. */
  public static final LintSettings NONE =
      new LintSettings(null, null, Set.of(), Set.of(), Map.of(), List.of(), Policy.NONE);

  /** Copies the collections. */
  public LintSettings {
    select = Set.copyOf(select);
    ignore = Set.copyOf(ignore);
    severities = Map.copyOf(severities);
    perPathIgnores = List.copyOf(perPathIgnores);
  }

  /** Rules that some files are not judged by. */
  public record PathIgnore(PathPattern files, Set<String> rules) {
    /** Copies the rules. */
    public PathIgnore {
      rules = Set.copyOf(rules);
    }
  }
}
