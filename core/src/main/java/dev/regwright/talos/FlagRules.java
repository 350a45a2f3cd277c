package dev.regwright.talos;

import static dev.regwright.source.Severity.ERROR;
import static dev.regwright.source.Stage.LOAD;

import dev.regwright.source.RuleInfo;
import java.util.List;

/** What talosctl says about its own flags, before there is a configuration to speak of. */
public final class FlagRules {
  static final RuleInfo MIRROR_FLAG =
      new RuleInfo("mirror-flag", "talosctl does not understand the flag's value", ERROR, LOAD);
  static final RuleInfo UNKNOWN_FLAG =
      new RuleInfo("unknown-flag", "The talosctl command has no such flag", ERROR, LOAD);

  /** All of them. */
  public static final List<RuleInfo> ALL = List.of(MIRROR_FLAG, UNKNOWN_FLAG);

  private FlagRules() {}
}
