package dev.regwright.convert;

import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import java.util.List;

/** The name cards of what conversions have to say. */
public final class ConvertRules {
  /** Something the target form cannot say; the conversion is refused unless losses are allowed. */
  public static final RuleInfo LOSS =
      new RuleInfo(
          "conversion-loss", "The target form cannot say this", Severity.WARNING, Stage.ADVICE);

  /** Something that was decided while converting. */
  public static final RuleInfo NOTE =
      new RuleInfo(
          "conversion-note", "Something was decided while converting", Severity.INFO, Stage.ADVICE);

  /** Why a file cannot be converted; nothing was changed. */
  public static final RuleInfo REFUSED =
      new RuleInfo(
          "conversion-refused",
          "The file cannot be converted as it is",
          Severity.ERROR,
          Stage.ADVICE);

  /** All of them. */
  public static final List<RuleInfo> ALL = List.of(LOSS, NOTE, REFUSED);

  private ConvertRules() {}
}
